import type { Baton } from './baton';

/** Types another text in the place of what is in the field. */
export async function retype(baton: Baton, text: string): Promise<void> {
  await baton.keys('ctrl+a');
  await baton.type(text);
}
