import { useState } from 'react';

import { Button } from '../../ui/Button';
import { t } from '../../ui/texts';
import type { PageProps } from '../page';
import { ImportDialog } from './ImportDialog';

/** The way to bring a line and the sign-in from what a person has of them already. */
export function ImportButton({ state }: PageProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('manager.bring.open')}</Button>
      {isOpen ? <ImportDialog state={state} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
