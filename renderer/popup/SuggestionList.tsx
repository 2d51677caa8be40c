import { useEffect } from 'react';

import { unreachable } from '../../electron/contract/result';
import { t } from '../ui/texts';
import { Kbd } from '../ui/Kbd';
import { optionId } from './option-id';
import { useMainState, useView } from './PopupProvider';
import { Row } from './Row';
import { matchCount } from './reply-copy';
import { chordKey } from './row-copy';
import type { Section } from './rows';
import { useNow } from './use-now';

/** Milliseconds between looks at the clock for ages in minutes: a closed popup keeps nearly up to date. */
const ageStep = { open: 10_000, away: 60_000 };

function heading(id: Section['id']): string {
  switch (id) {
    case 'address':
      return t('popup.field.label');
    case 'clipboard':
      return t('popup.list.fromClipboard');
    case 'favourites':
      return t('popup.list.favourites');
    case 'practice':
      return t('popup.list.practice');
    case 'recent':
      return t('popup.list.recent');
    case 'look-alikes':
      return t('popup.list.didYouMean');
    case 'directory':
      return t('popup.list.directory');
    default:
      return unreachable(id);
  }
}

/** Sections of one row, which says itself what it is. */
const headless: ReadonlySet<Section['id']> = new Set(['address', 'clipboard']);

function Head({ section }: { readonly section: Section }) {
  const { platform, language } = useMainState();
  const hasKeys = section.id === 'favourites' || section.id === 'practice';
  return (
    <div className="section">
      <span className="section__name" id={`section-${section.id}`}>
        {heading(section.id)}
      </span>
      {hasKeys ? (
        <span aria-hidden="true">
          <Kbd keyName={chordKey(platform)} /> {t('popup.list.plusNumber')}
        </span>
      ) : null}
      {section.id === 'directory' ? (
        <span aria-hidden="true">{matchCount(section.total, language)}</span>
      ) : null}
    </div>
  );
}

/** The listbox that the field controls; the focus stays in the field. */
export function SuggestionList({ sections }: { readonly sections: readonly Section[] }) {
  const selected = useView((view) => view.compose.selected);
  const away = useView((view) => view.away);
  const now = useNow(away ? ageStep.away : ageStep.open);

  useEffect(() => {
    if (selected === null) document.getElementById('suggestions')?.scrollTo({ top: 0 });
    else document.getElementById(optionId(selected))?.scrollIntoView({ block: 'nearest' });
  }, [selected, sections]);

  return (
    <div
      className="list"
      role="listbox"
      id="suggestions"
      aria-label={t('popup.list.label')}
      tabIndex={-1}
      // A click must not take the focus out of the field.
      onMouseDown={(event) => event.preventDefault()}
    >
      {sections.map((section) => {
        const rows = section.rows.map((row) => (
          <Row key={row.key} row={row} selected={row.key === selected} now={now} />
        ));
        return headless.has(section.id) ? (
          <div key={section.id} role="group" aria-label={heading(section.id)}>
            {rows}
          </div>
        ) : (
          <div key={section.id} role="group" aria-labelledby={`section-${section.id}`}>
            <Head section={section} />
            {rows}
          </div>
        );
      })}
    </div>
  );
}
