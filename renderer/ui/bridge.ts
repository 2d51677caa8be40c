import type { BatonBridge } from '../../electron/contract/schemas';

declare global {
  interface Window {
    readonly baton: BatonBridge;
  }
}

/** The one way to main: put into the window by the preload script. */
export const bridge: BatonBridge = window.baton;
