import common from './en/common.json';
import doctor from './en/doctor.json';
import main from './en/main.json';
import manager from './en/manager.json';
import popup from './en/popup.json';

/** Every text there is, in the language that the others are translated from. */
export const english = { ...common, ...main, ...manager, ...popup, ...doctor };
export type Texts = typeof english;
