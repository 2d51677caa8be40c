import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

import { Button } from '../../ui/Button';
import { t } from '../../ui/texts';

interface ConfirmProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly body: string;
  /** The verb on the button that does it. */
  readonly verb: string;
  readonly onConfirm: () => void;
  /** The question is gone, confirmed or not. */
  readonly onClose: () => void;
}

const takeFocus = (button: HTMLButtonElement | null): void => button?.focus();

/** Asks before something is lost. "Cancel" comes first and has the focus; Esc means the same. */
export function Confirm({ isOpen, title, body, verb, onConfirm, onClose }: ConfirmProps) {
  return (
    <ModalOverlay
      className="scrim"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="ask">
        <Dialog role="alertdialog" className="ask__box" aria-describedby="ask-body">
          <Heading slot="title" className="ask__title">
            {title}
          </Heading>
          <p id="ask-body" className="ask__body">
            {body}
          </p>
          <div className="ask__acts">
            <Button onPress={onClose} ref={takeFocus}>
              {t('manager.actions.cancel')}
            </Button>
            <Button
              look="danger"
              onPress={() => {
                onConfirm();
                onClose();
              }}
            >
              {verb}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
