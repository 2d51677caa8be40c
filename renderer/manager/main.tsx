import './schemas-without-eval';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { supportedLanguage } from '../../electron/contract/languages';
import { applyLook } from '../ui/document-look';
import { Localised } from '../ui/Localised';
import '../ui/base.css';
import './styles/window.css';
import './styles/settings.css';
import './styles/lines.css';
import './styles/shortcuts.css';
import './styles/about.css';
import './styles/directory.css';
import './styles/import.css';
import './styles/search.css';
import './styles/welcome.css';
import './styles/history.css';
import './styles/doctor.css';
import { connect } from './connect';
import { showLanguage } from './language';
import { ManagerWindow } from './ManagerWindow';
import { useManager } from './store';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root');

useManager.subscribe(({ state, loadFailed }, before) => {
  if (state !== null && state !== before.state) {
    applyLook(document.documentElement, state);
    void showLanguage(state.language);
  } else if (state === null && loadFailed) {
    // Main has not said which language it is to be.
    void showLanguage(supportedLanguage(navigator.languages));
  }
});
connect();
createRoot(root).render(
  <StrictMode>
    <Localised Content={ManagerWindow} />
  </StrictMode>,
);
