import { useLayoutEffect, type RefObject } from 'react';

import type { BatonBridge } from '../../electron/contract/schemas';

/** Tells main the surface's height in CSS pixels, rounded up, whenever the layout changes it. */
export function useHeight(surface: RefObject<HTMLElement | null>, bridge: BatonBridge): void {
  useLayoutEffect(() => {
    const element = surface.current;
    if (element === null) return;
    let told = 0;
    const tell = () => {
      // Layout height: a running animation's transform does not count.
      const height = Math.ceil(element.offsetHeight);
      if (height === told || height === 0) return;
      told = height;
      void bridge.call('popup:resize', { height });
    };
    const observer = new ResizeObserver(tell);
    observer.observe(element, { box: 'border-box' });
    tell();
    return () => observer.disconnect();
  }, [surface, bridge]);
}
