import { Icon } from '../ui/Icon';
import { initialsOf, isSip } from './people';
import type { RelayLeg, RelayNode, RelayPlan } from './relay-plan';

const tones = {
  plain: 'relay',
  ok: 'relay relay--ok',
  doubt: 'relay relay--unsure',
  practice: 'relay relay--practice',
} as const;

const legLooks = {
  live: 'relay__leg is-live',
  open: 'relay__leg relay__leg--open',
  next: 'relay__leg relay__leg--wait relay__leg--arrow',
  idle: 'relay__leg relay__leg--wait',
  cut: 'relay__leg relay__leg--cut',
  doubt: 'relay__leg relay__leg--unsure',
} as const;

function Sign({ who }: { readonly who: RelayNode['who'] }) {
  if (who === null) return '?';
  if (who === 'caller') return <Icon name="phone" />;
  if (who === 'you') return <Icon name="headset" />;
  const initials = who.name === null ? null : initialsOf(who.name);
  return initials ?? <Icon name={isSip(who) ? 'at' : 'phone'} />;
}

function Node({ node }: { readonly node: RelayNode }) {
  const { who } = node;
  const isNumber = who !== null && typeof who === 'object' && who.name === null;
  return (
    <li className="relay__node">
      <span className={`relay__dot relay__dot--${node.look}`} aria-hidden="true">
        <Sign who={who} />
      </span>
      <b className={isNumber ? 'clip num' : 'clip'} title={node.label}>
        {node.label}
      </b>
      <small>{node.note === '' ? '\u00A0' : node.note}</small>
    </li>
  );
}

function Leg({ leg }: { readonly leg: RelayLeg }) {
  return (
    <li className={legLooks[leg.look]} aria-hidden="true">
      {leg.caption === null ? null : <span className="relay__cap">{leg.caption}</span>}
      {leg.baton ? <span className="relay__baton" /> : null}
      {leg.sign ? (
        <span className={leg.look === 'doubt' ? 'relay__sign unsure' : 'relay__sign bad'}>
          <Icon name={leg.look === 'doubt' ? 'unsure' : 'x'} />
        </span>
      ) : null}
    </li>
  );
}

/** The relay strip: caller, you and the destination, and what is known of the legs between them. */
export function Relay({ plan }: { readonly plan: RelayPlan }) {
  const [caller, you, taker] = plan.nodes;
  const [first, second] = plan.legs;
  return (
    <ol className={tones[plan.tone]} aria-label={plan.sentence}>
      <Node node={caller} />
      <Leg leg={first} />
      <Node node={you} />
      <Leg leg={second} />
      <Node node={taker} />
    </ol>
  );
}
