import type { Page } from '@playwright/test';

/**
 * What is wrong with the layout of the popup, in words; empty when nothing is. Text may be cut only
 * where the design cuts it (`.clip`, with the full text in a tooltip), nothing may stand outside the
 * surface or on something else, and the window must be as large as its surface and shadow.
 */
export async function layoutFaults(popup: Page): Promise<string[]> {
  return await popup.evaluate(() => {
    const faults: string[] = [];
    const surface = document.querySelector('.popup');
    if (surface === null) return ['there is no surface'];
    const edge = surface.getBoundingClientRect();
    const named = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className} "${(element.textContent ?? '').slice(0, 40)}"`;

    const isKiosk = document.querySelector('.kiosk') !== null;
    if (isKiosk) {
      if (edge.top < 0 || edge.left < 0 || edge.right > window.innerWidth)
        faults.push('the surface stands out of the screen');
    } else {
      if (edge.height > 520.5) faults.push(`the surface is ${edge.height} px high`);
      if (Math.abs(edge.width - 440) > 0.5) faults.push(`the surface is ${edge.width} px wide`);
    }
    if (document.documentElement.scrollWidth > window.innerWidth) faults.push('the page scrolls');
    const below = window.innerHeight - edge.bottom;
    if (below < 0) faults.push(`the window ends ${-below} px above the surface's bottom`);

    const shown = (element: Element) => {
      const box = element.getBoundingClientRect();
      return box.width > 1 && box.height > 1 && element.closest('.vh') === null;
    };
    const scrolled = (element: Element) => {
      const scroller = element.closest('.list, .scroll, .empty, .tiles, .pad');
      return scroller !== null && scroller.scrollHeight > scroller.clientHeight;
    };

    // Texts that must stand in full.
    const whole =
      '.state__title, .state__body, .btn, .hint, .section, .section__name, .field__state, ' +
      '.hintline, .rolebar__text, .seg__opt, .advice, .advice p, .checks dt, .checks dd, ' +
      '.empty p, .banner, .relay__cap, kbd, .foot, .row__end, .row__doubt, .readback__who, ' +
      '.readback .role, .keys th, .keys td, ' +
      '.kiosk__head h1, .kiosk__lock, .kiosk__word, .pad__word, .pad__key, .tile__key';
    for (const element of document.querySelectorAll<HTMLElement>(whole)) {
      if (!shown(element) || element.closest('.foot__hints') !== null) continue;
      if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
        faults.push(
          `${named(element)} is cut: ${element.scrollWidth} in ${element.clientWidth} px`,
        );
      // A title ends after two lines, and with it the name, which stands last in it.
      const isWhole = element.matches('.state__title:has([title])') && element.clientHeight > 30;
      if (!isWhole && element.scrollHeight > element.clientHeight + 2 && element.clientHeight > 0)
        faults.push(
          `${named(element)} is cut: ${element.scrollHeight} in ${element.clientHeight} px high`,
        );
    }

    // A full phone number is never cut.
    for (const element of document.querySelectorAll<HTMLElement>('.row__num:not(.row__num--sip)')) {
      if (element.scrollWidth > element.clientWidth + 1) faults.push(`${named(element)} is cut`);
    }

    // Whatever is cut on purpose says itself in full in a tooltip or name.
    for (const element of document.querySelectorAll<HTMLElement>('.clip')) {
      if (!shown(element) || element.scrollWidth <= element.clientWidth + 1) continue;
      if (element.closest('[title], :has(> .tip[title])') === null)
        faults.push(`${named(element)} has no tooltip`);
    }

    for (const element of surface.querySelectorAll('*')) {
      if (!shown(element) || scrolled(element) || element.closest('svg, .foot__hints') !== null)
        continue;
      const box = element.getBoundingClientRect();
      const isOut =
        box.left < edge.left - 0.5 ||
        box.right > edge.right + 0.5 ||
        box.top < edge.top - 0.5 ||
        box.bottom > edge.bottom + 0.5;
      if (isOut && element.closest('.clip') === null) faults.push(`${named(element)} stands out`);
    }

    // Neighbours do not cover each other.
    const groups = [
      '.foot > *',
      '.foot__right > *',
      '.field > *',
      '.rolebar > *',
      '.readback > *',
      '.readback__who > *',
      '.keys tr > *',
      '.banner > *',
      '.relay__node > b',
      '.relay__node > small',
      '.popup__screen > *',
      '.kiosk__head > *',
      '.tiles > *',
      '.tile__text > *',
      '.pad > *',
    ];
    const overlaps = (a: DOMRect, b: DOMRect) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
    const check = (elements: readonly Element[]) => {
      for (const [index, one] of elements.entries()) {
        for (const other of elements.slice(index + 1)) {
          if (overlaps(one.getBoundingClientRect(), other.getBoundingClientRect()))
            faults.push(`${named(one)} and ${named(other)} overlap`);
        }
      }
    };
    for (const selector of groups) check([...document.querySelectorAll(selector)].filter(shown));
    for (const row of document.querySelectorAll('.row')) {
      check(
        [
          ...row.querySelectorAll('.row__lead, .row__name, .row__sub, .tag, .row__num, .row__end'),
        ].filter(shown),
      );
    }

    // Targets are at least 24 px.
    for (const element of surface.querySelectorAll<HTMLElement>(
      'button:not(.link), [role=option]',
    )) {
      if (element.closest('[hidden]') !== null) continue;
      const box = element.getBoundingClientRect();
      if (box.height < 23.5 || box.width < 23.5) faults.push(`${named(element)} is too small`);
    }
    // Those of a kiosk are for fingers.
    for (const tile of surface.querySelectorAll('.tile')) {
      const { height } = tile.getBoundingClientRect();
      if (height < 91.5) faults.push(`${named(tile)} is ${height} px high`);
    }
    return faults;
  });
}
