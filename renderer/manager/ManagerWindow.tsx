import { useRef } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';

import type { ManagerState, SettingsRoute } from '../../electron/contract/manager';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { t } from '../ui/texts';
import { Announcer } from './Announcer';
import { load } from './connect';
import { Doctor } from './doctor/Doctor';
import { History } from './history/History';
import { NoticeList } from './notices/NoticeList';
import { pages } from './pages';
import { SettingSearch } from './search/SettingSearch';
import { showRoute, useManager } from './store';
import { usePageFocus } from './use-page-focus';
import { Welcome } from './welcome/Welcome';
import { Problem } from './widgets/Problem';

export function ManagerWindow() {
  const state = useManager((store) => store.state);
  const loadFailed = useManager((store) => store.loadFailed);
  return (
    <>
      {state !== null ? (
        <Route state={state} />
      ) : loadFailed ? (
        <main className="page">
          <Problem text={loadFailure()}>
            <Button onPress={() => void load()}>{t('manager.actions.tryAgain')}</Button>
          </Problem>
        </main>
      ) : (
        <main className="page" aria-busy="true">
          <span className="vh">{t('manager.window.loading')}</span>
        </main>
      )}
      <Announcer />
    </>
  );
}

const loadFailure = () => ({
  title: t('manager.window.loadFailed.title'),
  body: t('manager.window.loadFailed.body'),
  todo: t('manager.window.loadFailed.todo'),
});

/** The window shows the settings, or one of the routes that have it to themselves. */
function Route({ state }: { readonly state: ManagerState }) {
  const route = useManager((store) => store.route);

  switch (route) {
    case 'history':
      return <History state={state} />;
    case 'welcome':
      return <Welcome state={state} />;
    case 'doctor':
      return <Doctor state={state} />;
    default:
      return <Sections state={state} route={route} />;
  }
}

function Sections({
  state,
  route,
}: {
  readonly state: ManagerState;
  readonly route: SettingsRoute;
}) {
  const tabs = useRef<HTMLDivElement>(null);
  usePageFocus(route, tabs);
  const someManaged = Object.values(state.sources).includes('enforced');
  return (
    <Tabs
      className="split"
      orientation="vertical"
      selectedKey={route}
      onSelectionChange={(key) => {
        const page = pages.find((entry) => entry.route === key);
        if (page !== undefined) showRoute(page.route);
      }}
    >
      <nav className="side" aria-label={t('manager.window.sectionsNav')}>
        <SettingSearch platform={state.platform} />
        <div className="side__scroll">
          <TabList ref={tabs} className="side__tabs" aria-label={t('manager.window.sections')}>
            {pages.map(({ route: id, icon }) => (
              <Tab key={id} id={id} className="side__tab">
                <Icon name={icon} />
                {t(`manager.pages.${id}.title`)}
              </Tab>
            ))}
          </TabList>
          {someManaged ? (
            <p className="side__note">
              <Icon name="lock" size={14} />
              <span>{t('manager.window.someManaged')}</span>
            </p>
          ) : null}
        </div>
      </nav>
      <main className="side__page">
        {pages.map(({ route: id, Page }) => (
          <TabPanel key={id} id={id} className="page">
            <NoticeList notices={state.notices} platform={state.platform} />
            <h1>{t(`manager.pages.${id}.title`)}</h1>
            <p className="page__lede">{t(`manager.pages.${id}.lede`)}</p>
            <Page state={state} />
          </TabPanel>
        ))}
      </main>
    </Tabs>
  );
}
