import type { Reason } from '../../electron/contract/transfer';
import { t } from '../ui/texts';
import { usePopup } from './PopupProvider';
import { reasonAdvice } from './reason-copy';

/** "What to do", with the settings pages it names as links. */
export function Advice({ reason }: { readonly reason: Reason }) {
  const { openManager } = usePopup();
  return (
    <div className="advice">
      <h2>{t('popup.states.whatToDo')}</h2>
      <p>
        {reasonAdvice(reason).map(({ text, page }) =>
          page === null ? (
            text
          ) : (
            <button key={page} className="link" type="button" onClick={() => openManager(page)}>
              {text}
            </button>
          ),
        )}
      </p>
    </div>
  );
}
