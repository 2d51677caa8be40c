import { useEffect, useState } from 'react';

import type { ArtefactPreview } from '../../../electron/contract/artefacts';
import { bridge } from '../../ui/bridge';
import { t } from '../../ui/texts';
import type { PageProps } from '../page';
import { Dialog } from '../widgets/Dialog';
import { FoundStep } from './FoundStep';
import type { LeftAs } from './import-draft';
import { ReadStep } from './ReadStep';

interface ImportDialogProps extends PageProps {
  readonly onClose: () => void;
}

/** First what there is to read, then what was found in it, and only then is anything saved. */
export function ImportDialog({ state, onClose }: ImportDialogProps) {
  const [preview, setPreview] = useState<ArtefactPreview | null>(null);
  const [adding, setAdding] = useState(false);
  const [left, setLeft] = useState<LeftAs | null>(null);

  // However the dialog goes away, main lets go of what it has read.
  useEffect(() => () => void bridge.call('artefacts:drop', null), []);

  const found = (next: ArtefactPreview) => {
    setPreview(next);
    setAdding(false);
  };
  return (
    <Dialog
      title={t(
        preview === null || adding ? 'manager.bring.read.title' : 'manager.bring.found.title',
      )}
      wide
      onClose={onClose}
    >
      {preview === null || adding ? (
        <ReadStep
          addTo={preview?.previewId ?? null}
          onFound={found}
          onLeave={preview === null ? onClose : () => setAdding(false)}
        />
      ) : (
        <FoundStep
          key={preview.previewId}
          preview={preview}
          state={state}
          before={left}
          onAdd={(leftAs) => {
            setLeft(leftAs);
            setAdding(true);
          }}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}
