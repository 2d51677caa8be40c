import { externalLinks } from '../../../electron/contract/manager';
import appIcon from '../../../build/icons/app-icon.svg';
import { bridge } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { t } from '../../ui/texts';
import { openRoute } from '../connect';
import type { PageProps } from '../page';
import { Group } from '../widgets/Group';
import { Problem } from '../widgets/Problem';
import { ValueRow } from '../widgets/ValueRow';
import { ExportSettings } from './ExportSettings';
import { UpdateGroup } from './UpdateGroup';

export function AboutPage({ state }: PageProps) {
  const { about, practice } = state;
  return (
    <>
      <div className="about">
        <img src={appIcon} alt="" width={56} height={56} />
        <div>
          <b>{t('app.name')}</b>
          <p>{t('manager.about.version', { version: about.version })}</p>
          <p>{t('manager.about.slogan')}</p>
        </div>
      </div>
      {about.trialRuntime ? (
        <Problem
          tone="unsure"
          text={{
            title: t('manager.about.trial.title'),
            body: t('manager.about.trial.body'),
            todo: t('manager.about.trial.todo'),
          }}
        />
      ) : null}
      <UpdateGroup state={state} />
      <Group title={t('doctor.title')} setting="checkUp">
        <div className="set">
          <span className="set__shown set__shown--wide">{t('doctor.about.hint')}</span>
          <span className="set__acts">
            <Button onPress={() => void openRoute('doctor')}>{t('doctor.about.button')}</Button>
          </span>
        </div>
      </Group>
      <Group title={t('manager.about.files')} setting="appFiles">
        <ValueRow label={t('manager.about.userDataFolder')} value={about.userDataFolder} />
        <ValueRow label={t('manager.about.logFile')} value={about.logFile} />
        <ValueRow
          label={t('manager.about.configFile')}
          value={about.configFile ?? t('manager.about.noConfigFile')}
          mono={about.configFile !== null}
        />
      </Group>
      <Group title={t('manager.about.runtime')} setting="runtime">
        <ValueRow label={t('manager.about.electron')} value={about.electron} mono={false} />
        <ValueRow label={t('manager.about.chromium')} value={about.chromium} mono={false} />
        <ValueRow label={t('manager.about.node')} value={about.node} mono={false} />
        {practice === null ? null : (
          <ValueRow label={t('manager.about.practice')} value={practice.url} />
        )}
        <ValueRow label={t('manager.about.licence')} value={t('manager.about.mit')} mono={false} />
      </Group>
      <ExportSettings />
      <Group title={t('manager.about.welcome')} setting="welcome">
        <div className="set">
          <span className="set__shown set__shown--wide">{t('manager.about.welcomeHint')}</span>
          <span className="set__acts">
            <Button onPress={() => void openRoute('welcome')}>
              {t('manager.about.showWelcome')}
            </Button>
          </span>
        </div>
      </Group>
      <Group title={t('manager.about.links')} setting="links">
        <ul className="links">
          {externalLinks.map((link) => (
            <li key={link}>
              <button
                type="button"
                className="link"
                onClick={() => void bridge.call('link:open', { link })}
              >
                {t(`manager.about.open.${link}`)}
              </button>
            </li>
          ))}
        </ul>
        <p className="card__note">{t('manager.about.opensBrowser')}</p>
      </Group>
    </>
  );
}
