import type { SettingChange } from '../../electron/contract/manager';
import type { CallReply } from '../../electron/contract/schemas';
import type { Settings } from '../../electron/contract/settings';
import { bridge } from '../ui/bridge';
import { takeState, useManager } from './store';

type ChangeReply = CallReply<'settings:change'>;

let earlier: Promise<unknown> = Promise.resolve();

async function send(make: (settings: Settings) => SettingChange): Promise<ChangeReply> {
  const before = useManager.getState().state;
  if (before === null) return { ok: false, error: { code: 'ipc-refused' } };
  const change = make(before.settings);
  const reply = await bridge.call('settings:change', change);
  // Main pushes the new state too; until then the next change must already build on this one.
  if (reply.ok && useManager.getState().state === before) {
    takeState({ ...before, settings: { ...before.settings, [change.key]: change.value } });
  }
  return reply;
}

/**
 * Changes one setting. Changes go one after the other, each made from the settings that the one
 * before it left: two fields of the same object must not undo each other.
 */
export function changeSetting(make: (settings: Settings) => SettingChange): Promise<ChangeReply> {
  const reply = earlier.then(() => send(make));
  earlier = reply;
  return reply;
}
