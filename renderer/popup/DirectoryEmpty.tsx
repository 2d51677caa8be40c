import { t } from '../ui/texts';
import { linkedParts } from './linked-text';
import { usePopup } from './PopupProvider';

/** The words for a directory without anybody, with the settings page that they name as a link. */
export function DirectoryEmpty() {
  const { openManager } = usePopup();
  return (
    <p>
      {linkedParts(t('popup.list.directoryEmpty')).map(({ text, link }) =>
        link === null ? (
          text
        ) : (
          <button
            key={link}
            className="link"
            type="button"
            onClick={() => openManager('directory')}
          >
            {text}
          </button>
        ),
      )}
    </p>
  );
}
