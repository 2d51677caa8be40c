import type { Ref } from 'react';
import { RadioButton, RadioField } from 'react-aria-components';

import type { Line } from '../../../electron/contract/settings';
import { Button } from '../../ui/Button';
import { t } from '../../ui/texts';
import { ManagedMark } from '../widgets/ValueRow';

interface LineRowProps {
  readonly line: Line;
  readonly managed: boolean;
  readonly editRef: Ref<HTMLButtonElement>;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** A line: its radio chooses it, its buttons change it. */
export function LineRow({ line, managed, editRef, onEdit, onRemove }: LineRowProps) {
  return (
    <div className={managed ? 'line set--locked' : 'line'}>
      <RadioField value={line.id} className="line__field">
        <RadioButton className="line__choice">
          <span className="radio" />
          <span className="line__text">
            <b>{line.name}</b>
            <small>
              {t('manager.lines.from', {
                source: line.triggerSource,
                role: t(`roles.${line.role}`),
              })}
            </small>
            <small className="mono">{t('manager.lines.phlo', { phloId: line.phloId })}</small>
            <small className="mono">{t('manager.lines.node', { nodeId: line.nodeId })}</small>
          </span>
        </RadioButton>
      </RadioField>
      {managed ? (
        <ManagedMark />
      ) : (
        <span className="set__acts">
          <Button
            ref={editRef}
            label={t('manager.lines.editNamed', { name: line.name })}
            onPress={onEdit}
          >
            {t('manager.actions.edit')}
          </Button>
          <Button
            look="danger"
            label={t('manager.lines.removeNamed', { name: line.name })}
            onPress={onRemove}
          >
            {t('manager.actions.remove')}
          </Button>
        </span>
      )}
    </div>
  );
}
