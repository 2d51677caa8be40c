import { useRef, useState } from 'react';
import { FieldError, Form, Input, Label, Text, TextField } from 'react-aria-components';

import type { Favourite } from '../../../../electron/contract/settings';
import { roles } from '../../../../electron/contract/transfer';
import { Button } from '../../../ui/Button';
import { t } from '../../../ui/texts';
import type { FailureText } from '../../failures';
import { announce } from '../../store';
import { Choice } from '../../widgets/Choice';
import { Dialog } from '../../widgets/Dialog';
import { Problem, spoken } from '../../widgets/Problem';
import { draftOf, emptyDraft } from './favourites';
import { draftFields, judgeFavourite, type DraftField } from './judge-favourite';

interface FavouriteFormProps {
  readonly favourites: readonly Favourite[];
  /** Place of the one to edit; null: a new one. */
  readonly place: number | null;
  readonly region: string;
  /** Stores it; answers what went wrong, or null. */
  readonly onSave: (favourite: Favourite) => Promise<FailureText | null>;
  readonly onClose: () => void;
}

/** Adds a favourite by hand, or changes one. */
export function FavouriteForm({ favourites, place, region, onSave, onClose }: FavouriteFormProps) {
  const edited = place === null ? undefined : favourites[place];
  const [draft, setDraft] = useState(() => (edited === undefined ? emptyDraft : draftOf(edited)));
  const [judged, setJudged] = useState(false);
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<FailureText | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const judgement = judgeFavourite(draft, { favourites, place, region });
  const problems = judged && !judgement.ok ? judgement.error : {};

  const save = async () => {
    if (saving) return;
    setJudged(true);
    if (!judgement.ok) {
      const wrong = draftFields.flatMap((field) => judgement.error[field] ?? []);
      announce(wrong.map((one) => t(`manager.directory.favourites.problems.${one}`)).join(' '));
      const first = draftFields.find((field) => judgement.error[field] !== undefined);
      form.current?.querySelector<HTMLElement>(`[name="${first ?? ''}"]`)?.focus();
      return;
    }
    setSaving(true);
    const refusal = await onSave(judgement.value);
    setSaving(false);
    if (refusal === null) return onClose();
    setFailure(refusal);
    announce(spoken(refusal));
    return undefined;
  };

  const field = (name: DraftField, label: string, hint: string | null) => {
    const problem = problems[name];
    return (
      <TextField
        className="set"
        name={name}
        value={draft[name]}
        onChange={(text) => setDraft({ ...draft, [name]: text })}
        isInvalid={problem !== undefined}
        validationBehavior="aria"
        autoComplete="off"
        spellCheck="false"
        autoFocus={name === 'name'}
      >
        <Label className="set__label">{label}</Label>
        <div className="set__wide">
          <Input className="input" />
          {problem !== undefined || hint === null ? null : (
            <Text slot="description" elementType="small">
              {hint}
            </Text>
          )}
          <FieldError className="set__problem">
            {problem === undefined ? null : t(`manager.directory.favourites.problems.${problem}`)}
          </FieldError>
        </div>
      </TextField>
    );
  };

  const title =
    edited === undefined
      ? t('manager.directory.favourites.addTitle')
      : t('manager.directory.favourites.editTitle', { name: edited.name });
  return (
    <Dialog title={title} wide onClose={onClose}>
      <Form
        ref={form}
        className="ask__form"
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className="card">
          {field('name', t('manager.directory.favourites.name'), null)}
          {field('address', t('manager.directory.favourites.number'), null)}
          {field(
            'note',
            t('manager.directory.favourites.note'),
            t('manager.directory.favourites.noteHint'),
          )}
          <Choice
            label={t('manager.directory.favourites.role')}
            value={draft.role ?? 'line'}
            options={[
              { value: 'line' as const, label: t('manager.directory.favourites.roleOfLine') },
              ...roles.map((value) => ({ value, label: t(`roles.${value}`) })),
            ]}
            onChange={(role) => setDraft({ ...draft, role: role === 'line' ? null : role })}
          />
        </div>
        {failure === null ? null : <Problem text={failure} />}
        <div className="ask__acts">
          <Button unavailable={saving} onPress={onClose}>
            {t('manager.actions.cancel')}
          </Button>
          <Button submit look="primary" unavailable={saving} onPress={() => undefined}>
            {t('manager.actions.save')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
