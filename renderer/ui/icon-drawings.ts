import batonHollow from './icons/baton-hollow.svg?raw';
import baton from './icons/baton.svg?raw';
import at from './icons/ui-at.svg?raw';
import bad from './icons/ui-bad.svg?raw';
import book from './icons/ui-book.svg?raw';
import check from './icons/ui-check.svg?raw';
import clip from './icons/ui-clip.svg?raw';
import clock from './icons/ui-clock.svg?raw';
import copy from './icons/ui-copy.svg?raw';
import down from './icons/ui-down.svg?raw';
import ear from './icons/ui-ear.svg?raw';
import erase from './icons/ui-erase.svg?raw';
import exportArrow from './icons/ui-export.svg?raw';
import headset from './icons/ui-headset.svg?raw';
import info from './icons/ui-info.svg?raw';
import key from './icons/ui-key.svg?raw';
import keyboard from './icons/ui-keyboard.svg?raw';
import lines from './icons/ui-lines.svg?raw';
import lock from './icons/ui-lock.svg?raw';
import mute from './icons/ui-mute.svg?raw';
import nomatch from './icons/ui-nomatch.svg?raw';
import ok from './icons/ui-ok.svg?raw';
import person from './icons/ui-person.svg?raw';
import phone from './icons/ui-phone.svg?raw';
import plug from './icons/ui-plug.svg?raw';
import ret from './icons/ui-ret.svg?raw';
import search from './icons/ui-search.svg?raw';
import shield from './icons/ui-shield.svg?raw';
import sliders from './icons/ui-sliders.svg?raw';
import sortdown from './icons/ui-sortdown.svg?raw';
import sound from './icons/ui-sound.svg?raw';
import team from './icons/ui-team.svg?raw';
import unsure from './icons/ui-unsure.svg?raw';
import warning from './icons/ui-warning.svg?raw';
import wifi from './icons/ui-wifi.svg?raw';
import x from './icons/ui-x.svg?raw';

/** The drawings of `icons/`, as the markup of their files, by the name that `Icon` takes. */
export const iconDrawings = {
  'baton-hollow': batonHollow,
  baton,
  at,
  bad,
  book,
  check,
  clip,
  clock,
  copy,
  down,
  ear,
  erase,
  export: exportArrow,
  headset,
  info,
  key,
  keyboard,
  lines,
  lock,
  mute,
  nomatch,
  ok,
  person,
  phone,
  plug,
  ret,
  search,
  shield,
  sliders,
  sortdown,
  sound,
  team,
  unsure,
  warning,
  wifi,
  x,
} as const;

export type IconName = keyof typeof iconDrawings;
