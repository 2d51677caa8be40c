import type { Page } from '@playwright/test';

/**
 * What is wrong with the layout of the history, in words; empty when nothing is. A text may be cut
 * only where a tooltip has it in full, nothing may stand outside the window or on its neighbour,
 * and every target has its size.
 */
export async function historyLayoutFaults(manager: Page): Promise<string[]> {
  return await manager.evaluate(() => {
    const faults: string[] = [];
    const named = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${(element.textContent ?? '').slice(0, 40)}"`;
    /** There for assistive technology only. */
    const unseen = (element: Element | null): boolean =>
      element !== null &&
      (getComputedStyle(element).clipPath === 'inset(50%)' || unseen(element.parentElement));
    const shown = (element: Element) => {
      const box = element.getBoundingClientRect();
      return (
        box.width > 1 &&
        box.height > 1 &&
        element.closest('[inert], div[aria-hidden]') === null &&
        !unseen(element) &&
        getComputedStyle(element).visibility === 'visible'
      );
    };
    const all = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].filter(shown);

    const { scrollWidth, scrollHeight } = document.documentElement;
    if (scrollWidth > innerWidth || scrollHeight > innerHeight) faults.push('the page scrolls');
    const texts =
      '.btn, .seg__opt, .status > *, .log__names > *, .log__row > *, .log__row small, .log__row b, ' +
      '.drawer h2, .drawer p, .drawer dt, .drawer dd, .code pre, .word *, .hist__empty p, .menu__item';
    for (const element of all(texts)) {
      if (element.clientWidth === 0 || element.scrollWidth <= element.clientWidth + 1) continue;
      if (element.closest('[title]') === null)
        faults.push(
          `${named(element)} is cut: ${element.scrollWidth} in ${element.clientWidth} px`,
        );
    }
    for (const element of all('.hist *')) {
      if (element.closest('.log__rows, .drawer__body, [data-narrow] .drawer > *, svg') !== null)
        continue;
      const box = element.getBoundingClientRect();
      if (box.left < -0.5 || box.right > innerWidth + 0.5 || box.bottom > innerHeight + 0.5)
        faults.push(`${named(element)} stands out of the window`);
    }
    const overlap = (a: DOMRect, b: DOMRect) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
    const groups = ['.tools > *', '.status > *', '.drawer__acts > *', '.hist > :not(.hist__rem)'];
    for (const selector of groups) {
      const elements = all(selector);
      for (const [index, one] of elements.entries()) {
        for (const other of elements.slice(index + 1)) {
          if (
            one.parentElement === other.parentElement &&
            overlap(one.getBoundingClientRect(), other.getBoundingClientRect())
          )
            faults.push(`${named(one)} and ${named(other)} overlap`);
        }
      }
    }
    for (const row of all('.log__row')) {
      const cells = [...row.children].filter(shown);
      for (const [index, one] of cells.entries()) {
        const other = cells[index + 1];
        if (other && overlap(one.getBoundingClientRect(), other.getBoundingClientRect()))
          faults.push(`${named(one)} and ${named(other)} overlap`);
        if (one.getBoundingClientRect().height > row.getBoundingClientRect().height)
          faults.push(`${named(one)} is higher than its row`);
      }
    }
    for (const element of all('button, summary, [role=option], [role=menuitem], .input')) {
      const box = element.getBoundingClientRect();
      if (box.height < 23.5 || box.width < 23.5) faults.push(`${named(element)} is too small`);
    }
    return faults;
  });
}
