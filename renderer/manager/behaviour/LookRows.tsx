import { languages } from '../../../electron/contract/languages';
import { t } from '../../ui/texts';
import type { PageProps } from '../page';
import { useSettingChange } from '../use-setting-change';
import { Choice } from '../widgets/Choice';
import { Failed } from '../widgets/Problem';
import { Select } from '../widgets/Select';
import { ValueRow } from '../widgets/ValueRow';
import { languageName } from './language-name';

export function ThemeRow({ state }: PageProps) {
  const { theme } = state.settings;
  const label = t('manager.behaviour.theme.label');
  const { failure, change } = useSettingChange(label);
  if (state.sources.theme === 'enforced') {
    return (
      <ValueRow
        setting="theme"
        label={label}
        value={t(`manager.behaviour.theme.options.${theme}`)}
        mono={false}
        managed
      />
    );
  }
  return (
    <>
      <Choice
        setting="theme"
        label={label}
        value={theme}
        options={(['system', 'light', 'dark'] as const).map((value) => ({
          value,
          label: t(`manager.behaviour.theme.options.${value}`),
        }))}
        onChange={(value) => void change({ key: 'theme', value })}
      />
      <Failed text={failure} />
    </>
  );
}

export function LanguageRow({ state }: PageProps) {
  const { language } = state.settings;
  const label = t('manager.behaviour.language.label');
  const { failure, change } = useSettingChange(label);
  const system = t('manager.behaviour.language.system');
  if (state.sources.language === 'enforced') {
    const value = language === 'system' ? system : languageName(language);
    return <ValueRow setting="language" label={label} value={value} mono={false} managed />;
  }
  return (
    <Select
      setting="language"
      label={label}
      hint={t('manager.behaviour.language.hint')}
      value={language}
      options={[
        { value: 'system', label: system },
        ...languages.map((value) => ({ value, label: languageName(value), lang: value })),
      ]}
      onChange={(value) => void change({ key: 'language', value })}
      failure={failure}
    />
  );
}
