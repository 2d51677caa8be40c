import { unreachable } from '../../electron/contract/result';
import { HeldScreen } from './HeldScreen';
import { NoticeScreen } from './NoticeScreen';
import { ResultScreen } from './ResultScreen';
import type { PopupScreen } from './screen';
import { SendingScreen } from './SendingScreen';

/** The screens of a transfer, from its hold-back to how it ended, and why there was none. */
type AttemptScreenOf = Exclude<PopupScreen, { readonly kind: 'list' | 'connect' }>;

export function AttemptScreen({ screen }: { readonly screen: AttemptScreenOf }) {
  switch (screen.kind) {
    case 'notice':
      return <NoticeScreen failure={screen.failure} />;
    case 'held':
      return <HeldScreen screen={screen} />;
    case 'sending':
      return <SendingScreen screen={screen} />;
    case 'accepted':
    case 'refused':
    case 'not-sent':
    case 'unknown':
      return <ResultScreen screen={screen} />;
    default:
      return unreachable(screen);
  }
}
