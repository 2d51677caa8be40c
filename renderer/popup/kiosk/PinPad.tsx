import { useLayoutEffect, useRef, type MouseEvent } from 'react';

import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { t } from '../../ui/texts';
import { Footer } from '../Footer';
import { useMainState, usePopup, useView } from '../PopupProvider';
import { useNow } from '../use-now';
import { closedUntil } from './kiosk';
import { KioskHead } from './KioskHead';
import { pinDigits } from './pin-digits';
import { pinFaultCopy, waitCopy } from './pin-copy';

/** As many characters as main takes. */
const maxPinLength = 64;

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** A press on a key must not take the focus out of the field, where typing goes on. */
const stayInField = (event: MouseEvent) => event.preventDefault();

/**
 * The pad for the PIN. What is typed stands in the input element alone, as dots: nothing keeps it,
 * and it is gone from there as soon as main has it.
 */
export function PinPad() {
  const { kiosk: actions, leave } = usePopup();
  const { kiosk, language, line } = useMainState();
  const fault = useView((view) => view.pinFault);
  const trying = useView((view) => view.pinTrying);
  const focusRequest = useView((view) => view.focusRequest);
  const input = useRef<HTMLInputElement>(null);
  const waits = [kiosk?.waitUntil, fault?.waitUntil];
  const now = useNow(
    250,
    waits.some((wait) => (wait ?? 0) > 0),
  );
  const until = closedUntil(waits, now);
  const closed = until !== null || trying;

  useLayoutEffect(() => input.current?.focus(), [focusRequest]);

  const edit = (change: (pin: string) => string) => {
    const element = input.current;
    if (element === null || closed) return;
    element.value = change(element.value).slice(0, maxPinLength);
    element.focus();
  };
  const give = () => {
    const element = input.current;
    if (element === null || closed || element.value === '') return;
    const pin = element.value;
    element.value = '';
    void actions.tryPin(pin);
  };

  const word =
    fault !== null
      ? pinFaultCopy(until === null ? fault : { ...fault, waitUntil: until }, now, language)
      : until === null
        ? ''
        : waitCopy(until, now, language);
  const key = (digit: string) => (
    <button
      key={digit}
      className="pad__key"
      type="button"
      aria-disabled={closed ? true : undefined}
      onMouseDown={stayInField}
      onClick={() => edit((pin) => pin + digit)}
    >
      {digit}
    </button>
  );

  return (
    <>
      <KioskHead icon="lock" title={t('popup.kiosk.pin.title')} />
      <form
        className="pad"
        onSubmit={(event) => {
          event.preventDefault();
          give();
        }}
      >
        <input
          ref={input}
          className="pad__pin"
          type="password"
          // The pad is the keyboard where there is no other.
          inputMode="none"
          aria-label={t('popup.kiosk.pin.word')}
          aria-describedby="state-body"
          aria-invalid={fault?.code === 'wrong' || fault?.code === 'wait' ? true : undefined}
          autoComplete="off"
          maxLength={maxPinLength}
          readOnly={closed}
          onInput={({ currentTarget: field }) => {
            const typed = pinDigits(field.value);
            if (typed !== field.value) field.value = typed;
          }}
        />
        <p className="pad__word unsure" id="state-body">
          {word}
        </p>
        <div className="pad__keys" role="group" aria-label={t('popup.kiosk.pin.keys')}>
          {digits.map(key)}
          <button
            className="pad__key"
            type="button"
            aria-label={t('popup.kiosk.pin.erase')}
            aria-disabled={closed ? true : undefined}
            onMouseDown={stayInField}
            onClick={() => edit((pin) => pin.slice(0, -1))}
          >
            <Icon name="erase" size={20} />
          </button>
          {key('0')}
          <button
            className="pad__key pad__key--ok"
            type="submit"
            aria-disabled={closed ? true : undefined}
            onMouseDown={stayInField}
          >
            {t('popup.kiosk.pin.ok')}
          </button>
        </div>
      </form>
      <Footer line={line}>
        <Button shortcut="Esc" onPress={leave}>
          {t('popup.actions.back')}
        </Button>
      </Footer>
    </>
  );
}
