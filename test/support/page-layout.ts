import type { Page } from '@playwright/test';

/**
 * What is wrong with the layout of the manager window as it is shown now, in words; empty when
 * nothing is. Text may be cut only where the design cuts it (`.clip`, with the full text in a
 * tooltip), nothing may stand outside of the window, and no control may cover another.
 */
export async function pageFaults(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const faults: string[] = [];
    const named = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className} "${(element.textContent ?? '').slice(0, 50)}"`;
    /** Inside a box of one pixel, for assistive technology or a form alone. */
    const isTuckedAway = (element: Element): boolean => {
      const parent = element.parentElement;
      if (parent === null) return false;
      const isTiny = parent.clientWidth <= 1 && getComputedStyle(parent).overflowX === 'hidden';
      return isTiny || isTuckedAway(parent);
    };
    const isShown = (element: Element) => {
      const box = element.getBoundingClientRect();
      return (
        box.width > 1 &&
        box.height > 1 &&
        element.closest('.vh, svg, [hidden]') === null &&
        !isTuckedAway(element) &&
        getComputedStyle(element).visibility === 'visible'
      );
    };
    const ownText = (element: Element) =>
      [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
      );
    /** The nearest box that scrolls what is in it to the side, as a long table may. */
    const scrollsAside = (element: Element): boolean => {
      const parent = element.parentElement;
      if (parent === null) return false;
      const { overflowX } = getComputedStyle(parent);
      return overflowX === 'auto' || overflowX === 'scroll' || scrollsAside(parent);
    };

    if (document.documentElement.scrollWidth > window.innerWidth) faults.push('the page scrolls');

    const shown = [...document.body.querySelectorAll<HTMLElement>('*')].filter(isShown);
    for (const element of shown) {
      const box = element.getBoundingClientRect();
      const isOut = box.left < -0.5 || box.right > window.innerWidth + 0.5;
      if (isOut && !scrollsAside(element)) faults.push(`${named(element)} stands out`);
      if (!ownText(element) || element.clientWidth === 0) continue;

      const isCut = element.scrollWidth > element.clientWidth + 1;
      const style = getComputedStyle(element);
      if (isCut && style.textOverflow === 'ellipsis') {
        const full = element.closest('[title]');
        if (full === null) faults.push(`${named(element)} has no tooltip`);
      } else if (isCut && !/auto|scroll/u.test(style.overflowX)) {
        faults.push(`${named(element)}: ${element.scrollWidth} in ${element.clientWidth} px`);
      }
      const isLow = element.scrollHeight > element.clientHeight + 2;
      if (isLow && /hidden|clip/u.test(style.overflowY)) {
        faults.push(
          `${named(element)}: ${element.scrollHeight} in ${element.clientHeight} px high`,
        );
      }
    }

    // A select shows one of its texts, in a box of its own.
    for (const select of document.querySelectorAll('select')) {
      const canvas = document.createElement('canvas').getContext('2d');
      if (canvas === null || !isShown(select)) continue;
      const style = getComputedStyle(select);
      canvas.font = style.font;
      const text = select.selectedOptions[0]?.textContent ?? '';
      const room =
        select.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      if (canvas.measureText(text).width > room + 1) faults.push(`${text} is cut in its select`);
    }

    const controls = shown.filter((element) =>
      element.matches(
        'button, input:not([type=radio], [type=checkbox]), select, a[href], textarea, [role=tab], [role=radio], [role=switch]',
      ),
    );
    const layerOf = (element: Element) => element.closest('[role=dialog], [role=alertdialog]');
    for (const [index, one] of controls.entries()) {
      const a = one.getBoundingClientRect();
      for (const other of controls.slice(index + 1)) {
        if (one.contains(other) || other.contains(one) || layerOf(one) !== layerOf(other)) continue;
        const b = other.getBoundingClientRect();
        const isOver =
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
        if (isOver) faults.push(`${named(one)} and ${named(other)} overlap`);
      }
    }
    return faults;
  });
}
