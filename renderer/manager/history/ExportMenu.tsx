import { useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';

import { exportFormats, type ExportFormat } from '../../../electron/contract/history';
import { bridge } from '../../ui/bridge';
import { Icon } from '../../ui/Icon';
import { t } from '../../ui/texts';
import { filterOf, type FilterChoice } from './filter';
import { number } from './formats';
import { historyFailure } from './history-failures';
import type { Message } from './MessageStrip';

interface ExportMenuProps {
  readonly filter: FilterChoice;
  readonly language: string;
  readonly onMessage: (message: Message | null) => void;
}

/** Saves what the filter shows as a file. */
export function ExportMenu({ filter, language, onMessage }: ExportMenuProps) {
  const [isSaving, setSaving] = useState(false);

  const save = async (format: ExportFormat) => {
    onMessage(null);
    setSaving(true);
    const request = { filter: filterOf(filter, Date.now()), format };
    const reply = await bridge.call('history:export', request);
    setSaving(false);
    if (!reply.ok) {
      onMessage({ kind: 'problem', text: historyFailure(reply.error) });
      return;
    }
    if (reply.value.kind === 'no-file-chosen') return;
    const { attempts: count, file } = reply.value;
    const n = number(count, language);
    onMessage({ kind: 'done', text: t('manager.history.export.done', { count, n, file }) });
  };

  return (
    <MenuTrigger>
      <Button className="btn pick__btn" isPending={isSaving}>
        <Icon name="export" />
        {t('manager.history.tools.export')}
        <Icon name="down" size={12} />
      </Button>
      <Popover className="menu" placement="bottom end" offset={4}>
        <Menu className="menu__list">
          {exportFormats.map((format) => (
            <MenuItem
              key={format}
              id={format}
              className="menu__item menu__item--plain"
              onAction={() => void save(format)}
            >
              {t(`manager.history.tools.exportAs.${format}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
