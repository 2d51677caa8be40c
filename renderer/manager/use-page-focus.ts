import { useEffect, useRef, type RefObject } from 'react';

import type { SettingsRoute } from '../../electron/contract/manager';
import { revealSetting } from './search/reveal-setting';
import { useManager } from './store';

/**
 * Keeps the focus somewhere when the page changes: a page that was left takes it with it. It goes
 * to the setting that the search leads to, else to the tab of the new page.
 */
export function usePageFocus(route: SettingsRoute, tabs: RefObject<HTMLElement | null>): void {
  const goal = useManager((store) => store.goal);
  // Coming from a route that had the window to itself is a change of page, too.
  const left = useManager((store) => store.left);
  const shown = useRef(left ?? route);

  useEffect(() => {
    const changed = shown.current !== route;
    shown.current = route;
    if (goal !== null) {
      useManager.setState({ goal: null });
      revealSetting(goal);
      return undefined;
    }
    // Who moves among the tabs by arrows, or clicks one, has the focus there already.
    if (!changed || tabs.current?.contains(document.activeElement) === true) return undefined;
    // Tabs that are new with the page are drawn after this.
    const frame = requestAnimationFrame(() => {
      tabs.current?.querySelector<HTMLElement>(`[data-key="${route}"]`)?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [route, goal, tabs]);
}
