import type { Reason } from '../../electron/contract/transfer';
import { t } from '../ui/texts';
import { useMainState, usePopup } from './PopupProvider';
import { kioskAdvice, reasonAdvice } from './reason-copy';

/** "What to do", with the settings pages it names as links. */
export function Advice({ reason }: { readonly reason: Reason }) {
  const { openManager } = usePopup();
  const { kiosk } = useMainState();
  return (
    <div className="advice">
      <h2>{t('popup.states.whatToDo')}</h2>
      <p>
        {kiosk !== null
          ? kioskAdvice(reason)
          : reasonAdvice(reason).map(({ text, page }) =>
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
