import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';

import { channels, windowArgument, type Channel } from './contract/channels';

/**
 * Puts `window.baton` into a window: the calls and pushes of the channel table that this window
 * is entitled to, and nothing of Electron. Main checks all of it again; this only keeps a window
 * from being offered what it may not use.
 */
const windowName = process.argv
  .find((argument) => argument.startsWith(windowArgument))
  ?.slice(windowArgument.length);

const isChannel = (channel: string): channel is Channel => Object.hasOwn(channels, channel);

function offered(channel: string, direction: 'call' | 'push'): channel is Channel {
  if (!isChannel(channel)) return false;
  const spec = channels[channel];
  return spec.direction === direction && spec.windows.some((name) => name === windowName);
}

contextBridge.exposeInMainWorld('baton', {
  async call(channel: string, request: unknown): Promise<unknown> {
    if (!offered(channel, 'call')) return { ok: false, error: { code: 'ipc-refused' } };
    return await ipcRenderer.invoke(channel, request);
  },
  on(channel: string, listener: (payload: unknown) => void): () => void {
    if (!offered(channel, 'push')) return () => undefined;
    // The event object stays here: it carries the sender.
    const forward = (_event: IpcRendererEvent, payload: unknown) => {
      listener(payload);
    };
    ipcRenderer.on(channel, forward);
    return () => {
      ipcRenderer.removeListener(channel, forward);
    };
  },
});
