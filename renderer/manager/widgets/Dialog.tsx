import type { ReactNode } from 'react';
import { Dialog as Box, Heading, Modal, ModalOverlay } from 'react-aria-components';

interface DialogProps {
  readonly title: string;
  readonly wide?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog over the page, open as long as it is there. Esc closes it. */
export function Dialog({ title, wide = false, onClose, children }: DialogProps) {
  return (
    <ModalOverlay
      className="scrim"
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={wide ? 'ask ask--wide' : 'ask'}>
        <Box className="ask__box">
          <Heading slot="title" className="ask__title">
            {title}
          </Heading>
          {children}
        </Box>
      </Modal>
    </ModalOverlay>
  );
}
