import { Fragment, useState } from 'react';

import { Button } from '../ui/Button';
import { t } from '../ui/texts';
import { Avatar } from './Avatar';
import { wholeSeconds } from './durations';
import { Footer } from './Footer';
import {
  elapsedMs,
  heldBody,
  heldBodyAroundRole,
  heldTitleParts,
  secondsLeft,
  type Held,
} from './hold';
import { titleOf } from './people';
import { useMainState, usePopup } from './PopupProvider';
import { PrimaryButton } from './PrimaryButton';
import { Progress } from './Progress';
import { Relay } from './Relay';
import { relayPlan } from './relay-plan';
import type { Screen } from './screen';
import { RoleSign } from './RoleSign';
import { StateHead } from './StateHead';
import { useNow } from './use-now';

function Title({ held }: { readonly held: Held }) {
  const { language } = useMainState();
  const left = secondsLeft(held, useNow(100));
  return heldTitleParts().map((part) => {
    if (part === 'to') {
      return (
        <span
          key={part}
          className={held.destination.name === null ? 'state__name num' : 'state__name'}
        >
          {titleOf(held.destination)}
        </span>
      );
    }
    if (part === 'time') {
      return (
        <span key={part} className="state__count">
          {wholeSeconds(left, language)}
        </span>
      );
    }
    return <Fragment key={part.words}>{part.words}</Fragment>;
  });
}

/** A customer is the rare case, and must be seen at a glance. */
function Body({ held }: { readonly held: Held }) {
  if (held.role === 'agent') return heldBody(held);
  const [before, after] = heldBodyAroundRole(held);
  return (
    <>
      {before}
      <RoleSign role={held.role} inSentence />
      {after}
    </>
  );
}

/** The hold-back: what will be sent, and how long it can still be taken back. */
export function HeldScreen({ screen }: { readonly screen: Extract<Screen, { kind: 'held' }> }) {
  const { leave } = usePopup();
  const { line } = useMainState();
  const held = screen.phase;
  const [begunMs] = useState(() => elapsedMs(held, Date.now()));
  return (
    <>
      <div className="scroll">
        <StateHead
          mark={<Avatar destination={held.destination} />}
          title={titleOf(held.destination)}
          heading={<Title held={held} />}
          body={<Body held={held} />}
        />
        <Relay plan={relayPlan(screen)} />
      </div>
      <Progress begunMs={begunMs} totalMs={held.holdMs} />
      <Footer line={line}>
        <Button shortcut="Esc" onPress={leave}>
          {t('popup.states.held.undo')}
        </Button>
        <PrimaryButton>{t('popup.states.held.sendNow')}</PrimaryButton>
      </Footer>
    </>
  );
}
