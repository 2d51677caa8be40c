import type { WebContents } from 'electron';

import type { PushChannel, WindowName } from '../contract/channels';
import { channels } from '../contract/channels';
import type { PushPayload } from '../contract/schemas';

/** The web contents of Baton's own windows: who may call, and where pushes go. */
export class WindowFeeds {
  readonly #open = new Map<number, { readonly name: WindowName; readonly contents: WebContents }>();

  add(name: WindowName, contents: WebContents): void {
    const { id } = contents;
    this.#open.set(id, { name, contents });
    contents.once('destroyed', () => this.#open.delete(id));
  }

  /** Which window a web contents is; null for one that main did not open. */
  readonly nameOf = (contentsId: number): WindowName | null =>
    this.#open.get(contentsId)?.name ?? null;

  /** Sends to every window that the channel is for. The payload is made only where one is open. */
  push<C extends PushChannel>(channel: C, payload: () => PushPayload<C>): void {
    const entitled: readonly WindowName[] = channels[channel].windows;
    const receivers = [...this.#open.values()].filter(({ name }) => entitled.includes(name));
    if (receivers.length === 0) return;
    const value = payload();
    for (const { contents } of receivers) {
      if (!contents.isDestroyed()) contents.send(channel, value);
    }
  }
}
