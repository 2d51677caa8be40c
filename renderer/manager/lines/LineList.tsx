import { useEffect, useRef, useState } from 'react';
import { RadioGroup } from 'react-aria-components';

import type { Line } from '../../../electron/contract/settings';
import { bridge } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { t } from '../../ui/texts';
import { changeSetting } from '../change-setting';
import { settingFailure, type FailureText } from '../failures';
import { ImportButton } from '../import/ImportButton';
import type { PageProps } from '../page';
import { announce, useManager } from '../store';
import { Confirm } from '../widgets/Confirm';
import { Group } from '../widgets/Group';
import { Problem, spoken } from '../widgets/Problem';
import { draftOf, emptyDraft, practiceLineId } from './line-draft';
import { LineRow } from './LineRow';
import { PracticeRow } from './PracticeRow';

export function LineList({ state }: PageProps) {
  const { lines } = state.settings;
  const managed = state.sources.lines === 'enforced';
  const choiceManaged = state.sources.activeLine === 'enforced';
  const [removing, setRemoving] = useState<Line | null>(null);
  const [failure, setFailure] = useState<FailureText | null>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const formLeft = useManager((store) => store.lineFormLeft);
  const editButtons = useRef(new Map<string, HTMLButtonElement>());

  useEffect(() => {
    if (formLeft === null) return;
    useManager.setState({ lineFormLeft: null });
    const edit = formLeft === 'new' ? undefined : editButtons.current.get(formLeft.lineId);
    (edit ?? addButton.current)?.focus();
  }, [formLeft]);

  const report = (text: FailureText) => {
    setFailure(text);
    announce(spoken(text));
  };

  const select = async (lineId: string) => {
    setFailure(null);
    const reply = await bridge.call('line:select', { lineId });
    if (!reply.ok) return report(settingFailure(reply.error));
    const name = lines.find(({ id }) => id === lineId)?.name ?? t('manager.lines.practice');
    announce(t('manager.lines.selected', { name }));
  };

  const remove = async (line: Line) => {
    setFailure(null);
    const reply = await changeSetting((settings) => ({
      key: 'lines',
      value: settings.lines.filter(({ id }) => id !== line.id),
    }));
    if (!reply.ok) return report(settingFailure(reply.error));
    announce(t('manager.lines.removed', { name: line.name }));
    // The button that was pressed is gone with its row.
    addButton.current?.focus();
  };

  return (
    <Group title={t('manager.lines.inUse')} managed={managed} setting="lines">
      <RadioGroup
        className="lines"
        aria-label={t('manager.lines.choose')}
        value={state.activeLine}
        isReadOnly={choiceManaged}
        onChange={(id) => void select(id)}
      >
        {lines.map((line) => (
          <LineRow
            key={line.id}
            line={line}
            managed={managed}
            editRef={(button) => {
              if (button === null) editButtons.current.delete(line.id);
              else editButtons.current.set(line.id, button);
            }}
            onEdit={() => useManager.setState({ lineDraft: draftOf(line) })}
            onRemove={() => setRemoving(line)}
          />
        ))}
        <PracticeRow value={practiceLineId} url={state.practice?.url ?? null} />
      </RadioGroup>
      {lines.length === 0 ? (
        <div className="empty">
          <b>{t('manager.lines.empty.title')}</b>
          <p>{t('manager.lines.empty.body')}</p>
        </div>
      ) : null}
      {choiceManaged ? <p className="card__note">{t('manager.lines.fixedChoice')}</p> : null}
      {failure === null ? null : <Problem text={failure} />}
      {managed ? null : (
        <div className="card__acts card__acts--row">
          <Button
            ref={addButton}
            look={lines.length === 0 ? 'primary' : 'plain'}
            onPress={() => useManager.setState({ lineDraft: emptyDraft })}
          >
            {t('manager.lines.add')}
          </Button>
          <span data-setting="importLines">
            <ImportButton state={state} />
          </span>
        </div>
      )}
      <Confirm
        isOpen={removing !== null}
        title={t('manager.lines.removeTitle', { name: removing?.name ?? '' })}
        body={t('manager.lines.removeBody')}
        verb={t('manager.actions.remove')}
        onConfirm={() => {
          if (removing !== null) void remove(removing);
        }}
        onClose={() => setRemoving(null)}
      />
    </Group>
  );
}
