import { createPopup } from '../../../renderer/popup/popup';
import { currentScreen } from '../../../renderer/popup/popup-view';
import { FakeMain, HandClock, settled, SlowAnswers } from './fake-main';
import { idle } from './samples';

/** A popup that has loaded main's state and was shown, with a clock that the test moves. */
export async function openPopup(state = idle, answers: FakeMain['answers'] = {}) {
  const queries = new SlowAnswers();
  const main = new FakeMain(state, { 'popup:query': queries.answer, ...answers });
  const clock = new HandClock();
  const popup = createPopup(main, clock);
  popup.connect();
  await settled();
  main.push('popup:shown', { prefill: null });
  const view = popup.store.getState;
  return { main, popup, clock, queries, view, screen: () => currentScreen(view())?.kind };
}
