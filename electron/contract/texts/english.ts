import common from './en/common.json';
import main from './en/main.json';
import manager from './en/manager.json';
import popup from './en/popup.json';

/** Every text there is, in the language that the others are translated from. */
export const english = { ...common, ...main, ...manager, ...popup };
export type Texts = typeof english;
