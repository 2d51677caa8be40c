import { ipcMain, type IpcMainInvokeEvent } from 'electron';

import { channels } from '../contract/channels';
import { isCallChannel, route, type RouterOptions } from './router';
import type { Sender } from './sender';

/** What must be read of an event before the first await: the frame may be gone after it. */
function senderOf(event: IpcMainInvokeEvent): Sender {
  const frame = event.senderFrame;
  return {
    frameUrl: frame?.url ?? null,
    isMainFrame: frame !== null && frame.parent === null,
    contentsId: event.sender.id,
  };
}

/** Registers every call of the channel table: the only place that touches `ipcMain`. */
export function listen(options: RouterOptions): void {
  for (const channel of Object.keys(channels).filter(isCallChannel)) {
    ipcMain.handle(channel, (event, payload: unknown) =>
      route(channel, payload, senderOf(event), options),
    );
  }
}
