import { useLayoutEffect, useRef } from 'react';

import { Icon } from '../ui/Icon';
import type { IconName } from '../ui/icon-drawings';
import { t } from '../ui/texts';
import { caretAfterFormatting } from './caret';
import { currentReply } from './compose';
import { maxFieldLength } from './typing';
import { usePopup, useView } from './PopupProvider';
import { optionId } from './option-id';
import { fieldState } from './verdict-copy';

interface FieldProps {
  readonly listed: boolean;
  /** The sign before it. */
  readonly glyph?: IconName;
}

/**
 * The field. The input element itself holds the text, so that a key is never undone by a late
 * rendering; a text from elsewhere (formatting, prefill) is written into it with the caret kept.
 */
export function Field({ listed, glyph = 'baton' }: FieldProps) {
  const { typing, lines } = usePopup();
  const compose = useView((view) => view.compose);
  const cut = useView((view) => view.cut);
  const input = useRef<HTMLInputElement>(null);
  const reply = currentReply(compose);
  const word = reply === null ? null : fieldState(reply.verdict);
  const isNumber = reply !== null && reply.verdict.kind !== 'search';

  useLayoutEffect(() => {
    const element = input.current;
    if (element === null || element.value === compose.text) return;
    const { value, selectionStart, selectionEnd } = element;
    const start = caretAfterFormatting(value, selectionStart ?? value.length, compose.text);
    const end = caretAfterFormatting(value, selectionEnd ?? value.length, compose.text);
    element.value = compose.text;
    element.setSelectionRange(start, end);
  }, [compose.text]);

  return (
    <div className="field">
      <span className="field__glyph">
        <Icon name={glyph} size={20} />
      </span>
      <input
        ref={input}
        className={isNumber ? 'field__input num' : 'field__input'}
        type="text"
        role="combobox"
        aria-label={t('popup.field.label')}
        aria-autocomplete="list"
        aria-expanded={listed}
        aria-controls={listed ? 'suggestions' : undefined}
        aria-activedescendant={
          listed && compose.selected !== null ? optionId(compose.selected) : undefined
        }
        aria-invalid={word !== null && !word.good ? true : undefined}
        placeholder={t('popup.field.placeholder')}
        defaultValue={compose.text}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellCheck={false}
        onInput={(event) => {
          const element = event.currentTarget;
          if (element.value.length > maxFieldLength) {
            const over = element.value;
            element.value = over.slice(0, maxFieldLength);
            typing.type(over);
          } else typing.type(element.value);
        }}
        onFocus={lines.close}
        onCompositionStart={() => typing.setComposing(true)}
        onCompositionEnd={() => {
          typing.setComposing(false);
          typing.askAgain();
        }}
      />
      {cut ? (
        <span className="field__state is-bad">{t('popup.field.cut', { max: maxFieldLength })}</span>
      ) : word === null ? null : (
        <span className={word.good ? 'field__state is-ok' : 'field__state is-bad'}>
          {word.good ? <Icon name="check" /> : null}
          {word.word}
        </span>
      )}
    </div>
  );
}
