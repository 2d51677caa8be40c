import { useEffect, useId, useRef, useState } from 'react';

import {
  maxArtefactLength,
  type ArtefactError,
  type ArtefactPreview,
} from '../../../electron/contract/artefacts';
import type { CallFailure } from '../../../electron/contract/schemas';
import { bridge } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { t } from '../../ui/texts';
import type { FailureText } from '../failures';
import { announce } from '../store';
import { Problem, spoken } from '../widgets/Problem';
import { readFailure, type PastedText } from './import-failures';

interface ReadStepProps {
  /** What was found before, to which this is added; null: nothing yet. */
  readonly addTo: string | null;
  readonly onFound: (preview: ArtefactPreview) => void;
  readonly onLeave: () => void;
}

/**
 * A field to paste into, and the way to files. What is pasted may hold a token: it stays in the
 * element alone, no state and no store, and the element goes as soon as main has read it.
 */
export function ReadStep({ addTo, onFound, onLeave }: ReadStepProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [reading, setReading] = useState(false);
  const [failure, setFailure] = useState<FailureText | null>(null);
  const [missing, setMissing] = useState(false);
  /** Another element for each text: undoing the emptying would bring back what was in it. */
  const [fields, setFields] = useState(0);

  useEffect(() => {
    const node = field.current;
    node?.focus();
    return () => {
      if (node !== null) node.value = '';
    };
  }, [fields]);

  const refuse = (error: ArtefactError | CallFailure, pastedText: PastedText) => {
    const text = readFailure(error, pastedText);
    setFailure(text);
    announce(spoken(text));
  };

  const pasted = async () => {
    if (field.current === null || reading) return;
    const text = field.current.value;
    setMissing(text.trim() === '');
    if (text.trim() === '') {
      announce(t('manager.bring.read.missing'));
      field.current.focus();
      return;
    }
    if (text.length > maxArtefactLength) {
      setFields(fields + 1);
      refuse({ code: 'artefact-too-large' }, 'cleared');
      return;
    }
    setReading(true);
    setFailure(null);
    const reply = await bridge.call('artefacts:read', { text, addTo });
    setReading(false);
    if (reply.ok) {
      onFound(reply.value);
      return;
    }
    const { error } = reply;
    const kept = error.code === 'artefact-not-recognised' && !error.mayHoldToken;
    if (kept) field.current.focus();
    else setFields(fields + 1);
    refuse(error, kept ? 'kept' : 'cleared');
  };

  const chosen = async () => {
    if (reading) return;
    setReading(true);
    setFailure(null);
    setMissing(false);
    const reply = await bridge.call('artefacts:choose-files', { addTo });
    setReading(false);
    if (!reply.ok) refuse(reply.error, null);
    else if (reply.value !== null) onFound(reply.value);
  };

  return (
    <form
      className="bring"
      aria-busy={reading}
      onSubmit={(event) => {
        event.preventDefault();
        void pasted();
      }}
    >
      <p className="ask__body">
        {t(addTo === null ? 'manager.bring.read.body' : 'manager.bring.read.bodyMore')}
      </p>
      <label className="bring__label" htmlFor={id}>
        {t('manager.bring.read.label')}
      </label>
      <textarea
        key={fields}
        ref={field}
        id={id}
        className="input bring__text mono"
        dir="ltr"
        rows={7}
        autoComplete="off"
        spellCheck={false}
        readOnly={reading}
        aria-invalid={missing}
        aria-describedby={`${id}-hint`}
      />
      <small id={`${id}-hint`} className={missing ? 'set__problem' : 'bring__hint'}>
        {t(missing ? 'manager.bring.read.missing' : 'manager.bring.read.hint')}
      </small>
      {failure === null ? null : <Problem text={failure} />}
      <div className="ask__acts">
        <span className="ask__aside">
          <Button unavailable={reading} onPress={() => void chosen()}>
            {t('manager.bring.read.files')}
          </Button>
        </span>
        <Button onPress={onLeave}>
          {t(addTo === null ? 'manager.actions.cancel' : 'manager.bring.read.back')}
        </Button>
        <Button submit look="primary" unavailable={reading} onPress={() => undefined}>
          {t(reading ? 'manager.bring.read.reading' : 'manager.bring.read.read')}
        </Button>
      </div>
    </form>
  );
}
