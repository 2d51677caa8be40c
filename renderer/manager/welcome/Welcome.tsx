import { useEffect, useRef } from 'react';

import appIcon from '../../../build/icons/app-icon.svg';
import { bridge } from '../../ui/bridge';
import { Icon } from '../../ui/Icon';
import { Kbd } from '../../ui/Kbd';
import { t } from '../../ui/texts';
import { openRoute } from '../connect';
import type { PageProps } from '../page';
import { announce } from '../store';
import { KeyCombination } from '../widgets/KeyCombination';
import { Lanes } from './Lanes';
import { ledeParts, marks } from './lede-parts';
import { useTried } from './tried';

async function leaveFor(route: 'account' | 'shortcuts'): Promise<void> {
  await bridge.call('welcome:done', null);
  await openRoute(route);
}

/** The first thing a person sees: the shortcut, a first try, and the way to their own account. */
export function Welcome({ state }: PageProps) {
  const tried = useTried();
  const tryIt = useRef<HTMLButtonElement>(null);
  const connect = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    (tried ? connect : tryIt).current?.focus();
    if (tried) announce(`${t('manager.welcome.tried.title')}. ${t('manager.welcome.tried.lede')}`);
  }, [tried]);

  return (
    <main className="welcome">
      <Lanes />
      <div className="welcome__top">
        <img src={appIcon} alt="" width={60} height={60} />
        <h1>{tried ? t('manager.welcome.tried.title') : t('manager.welcome.title')}</h1>
        {tried ? (
          <p className="welcome__lede">{t('manager.welcome.tried.lede')}</p>
        ) : (
          <Lede state={state} />
        )}
        <div className="choices" role="group" aria-label={t('manager.welcome.choices')}>
          <button
            ref={tryIt}
            type="button"
            className="choice"
            onClick={() => void bridge.call('welcome:try', null)}
          >
            <span className="choice__top">
              <Icon name="baton-hollow" size={22} />
              {tried ? null : <Kbd keyName="Enter" />}
            </span>
            <b>{tried ? t('manager.welcome.tried.again') : t('manager.welcome.try.title')}</b>
            <span className="choice__text">{t('manager.welcome.try.body')}</span>
            <span className="choice__note">{t('manager.welcome.try.note')}</span>
          </button>
          <button
            ref={connect}
            type="button"
            className="choice"
            onClick={() => void leaveFor('account')}
          >
            <span className="choice__top">
              <Icon name="plug" size={22} />
              {tried ? <Kbd keyName="Enter" /> : null}
            </span>
            <b>{t('manager.welcome.connect.title')}</b>
            <span className="choice__text">{t('manager.welcome.connect.body')}</span>
            <span className="choice__note">{t('manager.welcome.connect.note')}</span>
          </button>
        </div>
      </div>
      <footer className="welcome__foot">
        <span>{t('manager.welcome.later')}</span>
        <button type="button" className="link" onClick={() => void leaveFor('shortcuts')}>
          {t('manager.welcome.changeShortcut')}
        </button>
      </footer>
    </main>
  );
}

/** How a call is handed on, with the keys as they are printed. */
function Lede({ state }: PageProps) {
  const { registeredShortcut, platform } = state;
  const sentence =
    registeredShortcut === null
      ? t('manager.welcome.ledeWithout', { enter: marks.enter })
      : t('manager.welcome.lede', marks);
  return (
    <p className="welcome__lede">
      {ledeParts(sentence).map((part, index) => {
        if ('text' in part) return part.text;
        return part.keys === 'shortcut' ? (
          <KeyCombination key={index} accelerator={registeredShortcut ?? ''} platform={platform} />
        ) : (
          <span key={index}>
            <span className="vh">{t('manager.welcome.enter')}</span>
            <Kbd keyName="Enter" />
          </span>
        );
      })}
    </p>
  );
}
