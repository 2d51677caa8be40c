import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';

import { Icon } from '../../ui/Icon';
import { t } from '../../ui/texts';
import type { Platform } from '../shortcuts/accelerator';
import { announce, leadTo } from '../store';
import { findSettings, type FoundSetting } from './find-settings';

interface SettingSearchProps {
  readonly platform: Platform;
}

/** Finds settings over all pages. Ctrl+F goes to it; Enter goes on to the setting, Esc back. */
export function SettingSearch({ platform }: SettingSearchProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const cameFrom = useRef<HTMLElement | null>(null);
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [open, setOpen] = useState(false);
  const found = open ? findSettings(text) : [];
  const current = found[active];

  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      const held = platform === 'darwin' ? event.metaKey : event.ctrlKey;
      if (!held || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'f') return;
      // A dialog keeps the focus.
      if (document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return;
      event.preventDefault();
      const { activeElement } = document;
      if (activeElement instanceof HTMLElement && activeElement !== input.current) {
        cameFrom.current = activeElement;
      }
      input.current?.focus();
      input.current?.select();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [platform]);

  const type = (typed: string) => {
    setText(typed);
    setActive(0);
    setOpen(typed.trim() !== '');
    if (typed.trim() !== '') {
      announce(t('manager.search.count', { count: findSettings(typed).length }));
    }
  };

  const goTo = (setting: FoundSetting) => {
    setText('');
    setOpen(false);
    cameFrom.current = null;
    leadTo(setting.id);
  };

  const giveBack = () => {
    setText('');
    setOpen(false);
    const before = cameFrom.current;
    cameFrom.current = null;
    if (before?.isConnected === true) before.focus();
  };

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        event.preventDefault();
        if (found.length === 0) return setOpen(text.trim() !== '');
        const step = event.key === 'ArrowDown' ? 1 : -1;
        return setActive((active + step + found.length) % found.length);
      }
      case 'Enter':
        event.preventDefault();
        if (current !== undefined) goTo(current);
        return undefined;
      case 'Escape':
        event.preventDefault();
        return giveBack();
      default:
        return undefined;
    }
  };

  const listed = found.length > 0;
  return (
    <div className="finder" role="search">
      <Icon name="search" />
      <input
        ref={input}
        className="finder__input"
        role="combobox"
        aria-label={t('manager.search.label')}
        aria-autocomplete="list"
        aria-expanded={listed}
        aria-controls={listed ? `${id}-list` : undefined}
        aria-activedescendant={current === undefined ? undefined : `${id}-${current.id}`}
        aria-keyshortcuts={platform === 'darwin' ? 'Meta+F' : 'Control+F'}
        placeholder={t('manager.search.placeholder')}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        value={text}
        onChange={({ target }) => type(target.value)}
        onKeyDown={press}
        onBlur={() => setOpen(false)}
        onFocus={() => setOpen(text.trim() !== '')}
      />
      {listed ? (
        <div
          className="finder__list"
          id={`${id}-list`}
          role="listbox"
          aria-label={t('manager.search.results')}
        >
          {found.map((setting, index) => (
            <div
              key={setting.id}
              id={`${id}-${setting.id}`}
              role="option"
              aria-selected={index === active}
              className="finder__row"
              ref={
                index === active ? (row) => row?.scrollIntoView({ block: 'nearest' }) : undefined
              }
              // The field keeps the focus, and with it the list.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => goTo(setting)}
            >
              <b>{setting.label}</b>
              <small>{setting.page}</small>
            </div>
          ))}
        </div>
      ) : open ? (
        <div className="finder__list finder__none">
          <b>{t('manager.search.none', { text: text.trim() })}</b>
          <small>{t('manager.search.noneHint')}</small>
        </div>
      ) : null}
    </div>
  );
}
