import type { ArtefactsDesk } from '../ipc/handlers';
import { openArtefactsDesk } from './artefacts-desk';
import { credentialsChanged } from './credentials-changed';
import { chooseArtefactFiles } from './import-dialog';
import type { ManagerWindow } from './manager-window';
import type { Services } from './services';

type Parts = Pick<Services, 'settings' | 'credentials' | 'lines' | 'notices' | 'changes'> & {
  readonly manager: ManagerWindow;
};

/** The desk with the real dialog, and the surfaces told of a sign-in that has changed. */
export const openArtefacts = (parts: Parts): ArtefactsDesk =>
  openArtefactsDesk({
    ...parts,
    credentialsChanged: credentialsChanged(parts),
    chooseFiles: () => chooseArtefactFiles(parts.manager.window),
  });
