import { channels, type CallChannel, type WindowName } from '../contract/channels';
import { err, ok } from '../contract/result';
import { calls, type CallFailure, type CallReply, type CallRequest } from '../contract/schemas';
import { trustedWindow, type KnownWindows, type Sender } from './sender';

/** One handler for each call. It may rely on a payload that fits its schema. */
export type CallHandlers = {
  [C in CallChannel]: (
    request: CallRequest<C>,
    window: WindowName,
  ) => Promise<CallReply<C>> | CallReply<C>;
};

export interface RouterOptions {
  readonly handlers: CallHandlers;
  readonly known: KnownWindows;
  /** The only origin that is listened to, such as `app://baton`. */
  readonly origin: string;
  /** Told of every refusal and every bug; texts hold no payload. */
  readonly report: (text: string) => void;
}

export const isCallChannel = (channel: string): channel is CallChannel =>
  Object.hasOwn(calls, channel);

/**
 * Answers one message: sender, entitlement and payload are checked before a handler sees it.
 * Never throws; a bug in a handler is reported and answered as `ipc-internal`.
 */
export async function route(
  channel: string,
  payload: unknown,
  sender: Sender,
  options: RouterOptions,
): Promise<CallReply<CallChannel>> {
  const refuse = (code: CallFailure['code'], why: string) => {
    options.report(`IPC ${code}: ${why} (channel ${channel.slice(0, 60)})`);
    return err({ code });
  };
  if (!isCallChannel(channel)) return refuse('ipc-refused', 'no such call');
  const window = trustedWindow(sender, options.known, options.origin);
  if (window === null) return refuse('ipc-refused', 'a sender that is none of our windows');
  if (!(channels[channel].windows as readonly WindowName[]).includes(window)) {
    return refuse('ipc-refused', `the ${window} window is not entitled`);
  }
  return await answer(channel, payload, window, options, refuse);
}

async function answer(
  channel: CallChannel,
  payload: unknown,
  window: WindowName,
  options: RouterOptions,
  refuse: (code: CallFailure['code'], why: string) => { ok: false; error: CallFailure },
): Promise<CallReply<CallChannel>> {
  const request = calls[channel].request.safeParse(payload);
  if (!request.success) return refuse('ipc-malformed', 'a payload that does not fit');
  try {
    // The table gives each channel the handler of its own schema; TypeScript does not see that the
    // two belong together once the channel is a variable.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const handler = options.handlers[channel] as (
      request: unknown,
      from: WindowName,
    ) => Promise<CallReply<CallChannel>> | CallReply<CallChannel>;
    return await handler(request.data, window);
  } catch (error) {
    return refuse(
      'ipc-internal',
      error instanceof Error ? (error.stack ?? error.message) : 'unknown',
    );
  }
}

/** The answer of a call that has nothing to say. */
export const done = ok(null);
