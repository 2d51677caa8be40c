import { vi } from 'vitest';

import type { CallChannel } from '../../../electron/contract/channels';
import type { CallReply, CallRequest } from '../../../electron/contract/schemas';

type Answers = { [C in CallChannel]?: (request: CallRequest<C>) => CallReply<C> };

/** Main as the manager window sees it: every call is kept, and answered as the test says. */
export function fakeBridge(answers: Answers = {}) {
  const calls: { readonly channel: CallChannel; readonly request: unknown }[] = [];
  const baton = {
    call: <C extends CallChannel>(channel: C, request: CallRequest<C>): Promise<CallReply<C>> => {
      calls.push({ channel, request });
      const answer = answers[channel];
      if (answer === undefined) throw new Error(`nobody answers ${channel}`);
      return Promise.resolve(answer(request));
    },
    on: () => () => undefined,
  };
  vi.stubGlobal('window', { baton });
  return calls;
}
