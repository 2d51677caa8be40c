import type { Destination } from '../../electron/contract/transfer';
import { Button } from '../ui/Button';
import { t } from '../ui/texts';
import { roleFor, selectedRow, showsRoleBar, shownTarget } from './choice';
import { useMainState, usePopup, useView } from './PopupProvider';
import { ReadBack } from './ReadBack';
import { RoleBar } from './RoleBar';

/** Whom the list as it stands shows as chosen, and where their role is said. */
interface Chosen {
  readonly destination: Destination;
  readonly hasRoleBar: boolean;
  readonly isReadBack: boolean;
}

/** Null where nobody is chosen. */
export function useChosen(): Chosen | null {
  const state = useMainState();
  const compose = useView((view) => view.compose);
  const destination = shownTarget(state, compose);
  if (destination === null) return null;
  // A typed address is read back by its own row, below the role bar.
  const row = selectedRow(state, compose);
  return {
    destination,
    hasRoleBar: showsRoleBar(state, compose),
    isReadBack: row !== null && row.kind !== 'address',
  };
}

/** As what they join, where that can be switched: above the list. */
export function ChosenRole({ chosen }: { readonly chosen: Chosen | null }) {
  const state = useMainState();
  const compose = useView((view) => view.compose);
  if (chosen === null || !chosen.hasRoleBar) return null;
  return <RoleBar role={roleFor(state, compose, chosen.destination)} />;
}

/** Who they are, below the list. */
export function ChosenReadBack({ chosen }: { readonly chosen: Chosen | null }) {
  const state = useMainState();
  const compose = useView((view) => view.compose);
  if (chosen === null || !chosen.isReadBack) return null;
  const { destination, hasRoleBar } = chosen;
  const role = roleFor(state, compose, destination);
  return <ReadBack destination={destination} role={role} roleBarOpen={hasRoleBar} />;
}

interface TransferButtonProps {
  readonly chosen: Chosen | null;
  /** Something else stands in front of the list. */
  readonly covered?: boolean;
}

/** Transfers to whom is chosen. It keeps its place and its focus where nobody is. */
export function TransferButton({ chosen, covered = false }: TransferButtonProps) {
  const { primary } = usePopup();
  const starting = useView((view) => view.starting);
  const isReadBack = chosen !== null && chosen.isReadBack && !covered;
  return (
    <Button
      look={chosen === null || covered ? 'plain' : 'primary'}
      shortcut="Enter"
      {...(isReadBack && { describedBy: 'read-back' })}
      unavailable={chosen === null || starting || covered}
      onPress={primary}
    >
      {t('popup.foot.transfer')}
    </Button>
  );
}
