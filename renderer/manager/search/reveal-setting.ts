import type { SettingId } from './settings-index';

/** A control that is not shown in every case, and the one that is the way to it. */
const wayTo: Partial<Record<SettingId, SettingId>> = {
  proxyAddress: 'proxy',
  closeAfterMs: 'closing',
};

const controlOf = (id: SettingId): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-setting="${id}"]`);

const focusable =
  'input:not([tabindex="-1"], :disabled), select, button:not([tabindex="-1"]), a[href], [tabindex="0"]';

/**
 * Brings a setting's control into view, gives it the focus and marks it until the focus leaves it.
 * Where the page does not show it, its page gets the focus.
 */
export function revealSetting(id: SettingId): void {
  const way = wayTo[id];
  const control = controlOf(id) ?? (way === undefined ? null : controlOf(way));
  if (control === null) {
    document.querySelector<HTMLElement>('[role="tabpanel"]')?.focus();
    return;
  }
  const inner = control.querySelector<HTMLElement>(focusable);
  // A value that the administrator set has no control: the row itself takes the focus.
  if (inner === null) control.tabIndex = -1;
  control.scrollIntoView({ block: 'center' });
  (inner ?? control).focus({ preventScroll: true });
  control.dataset['found'] = '';
  const leave = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof Node && control.contains(relatedTarget)) return;
    delete control.dataset['found'];
    control.removeEventListener('focusout', leave);
  };
  control.addEventListener('focusout', leave);
}
