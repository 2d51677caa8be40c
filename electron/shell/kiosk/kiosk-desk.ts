import type { QueryReply } from '../../contract/popup';
import { err } from '../../contract/result';
import type { Desk, KioskDesk } from '../../ipc/handlers';

interface KioskRules {
  readonly desk: KioskDesk;
  /** Whether an address may be typed. */
  readonly freeEntry: () => boolean;
  /** Whether an address is one of the tiles. */
  readonly isTile: (address: string) => boolean;
}

const nothingFound = (text: string): QueryReply => ({
  text,
  formatted: text,
  verdict: { kind: 'empty' },
  suggestions: [],
  matches: 0,
  lookAlikes: [],
});

/**
 * The desk of a kiosk: what the page does not offer there, main does not do, whatever the page sends
 * (docs/kiosk.md). The manager window is there only behind the PIN, and may do all that it may
 * elsewhere but open other programs.
 */
export function kioskDesk(desk: Desk, { desk: kiosk, freeEntry, isTile }: KioskRules): Desk {
  return {
    ...desk,
    popup: {
      ...desk.popup,
      query: async (text) => (freeEntry() ? await desk.popup.query(text) : nothingFound(text)),
    },
    transfer: {
      ...desk.transfer,
      start: async (request) => {
        kiosk.touched();
        if (!freeEntry() && !isTile(request.address)) return err({ code: 'not-allowed' });
        return await desk.transfer.start(request);
      },
    },
    manager: {
      ...desk.manager,
      open: (route, from) => {
        if (from !== 'popup') desk.manager.open(route, from);
      },
    },
    settings: {
      ...desk.settings,
      selectLine: async (lineId, from) =>
        from === 'popup'
          ? err({ code: 'unknown-line', id: lineId })
          : await desk.settings.selectLine(lineId, from),
    },
    kiosk,
    openLink: () => Promise.resolve(),
  };
}

/** Where Baton is no kiosk, nothing is locked and no PIN opens anything. */
export const noKioskDesk: KioskDesk = {
  unlock: () => Promise.resolve(err({ code: 'wrong', waitUntil: Date.now() })),
  lock: () => undefined,
  leave: () => err({ code: 'locked' }),
  touched: () => undefined,
};
