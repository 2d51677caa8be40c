import { useId } from 'react';

import { t } from '../../ui/texts';
import { KeyCombination } from '../widgets/KeyCombination';
import type { Platform } from './accelerator';

/** Keys of the popup, as docs/behaviour.md, "Keyboard", gives them. */
const keys = [
  { does: 'move', combinations: ['Up', 'Down', 'PageUp', 'PageDown'] },
  { does: 'transfer', combinations: ['Enter'] },
  { does: 'favourite', combinations: ['Alt+1–9'], mac: ['Command+1–9'] },
  { does: 'close', combinations: ['Escape'] },
  { does: 'next', combinations: ['Tab', 'Shift+Tab'] },
  { does: 'role', combinations: ['Left', 'Right', 'Space'] },
  { does: 'line', combinations: ['Alt+L'], mac: ['Command+L'] },
  { does: 'answer', combinations: ['Y', 'N'] },
  { does: 'copy', combinations: ['Control+C'], mac: ['Command+C'] },
  { does: 'settings', combinations: ['Control+,'], mac: ['Command+,'] },
] as const;

export function PopupKeys({ platform }: { readonly platform: Platform }) {
  const heading = useId();
  return (
    <section className="group" aria-labelledby={heading} data-setting="popupKeys">
      <h2 id={heading}>{t('manager.shortcuts.inPopup')}</h2>
      <table className="keys" aria-labelledby={heading}>
        <thead className="vh">
          <tr>
            <th scope="col">{t('manager.shortcuts.keysColumn')}</th>
            <th scope="col">{t('manager.shortcuts.doesColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {keys.map((row) => (
            <tr key={row.does}>
              <th scope="row">
                {(platform === 'darwin' && 'mac' in row ? row.mac : row.combinations).map(
                  (accelerator) => (
                    <KeyCombination
                      key={accelerator}
                      accelerator={accelerator}
                      platform={platform}
                    />
                  ),
                )}
              </th>
              <td>{t(`manager.shortcuts.does.${row.does}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
