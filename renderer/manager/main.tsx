import './schemas-without-eval';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import '../ui/base.css';
import './styles/window.css';
import './styles/settings.css';
import './styles/lines.css';
import './styles/shortcuts.css';
import './styles/about.css';
import { connect } from './connect';
import { ManagerWindow } from './ManagerWindow';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root');
connect();
createRoot(root).render(
  <StrictMode>
    <ManagerWindow />
  </StrictMode>,
);
