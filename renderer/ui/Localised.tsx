import { useSyncExternalStore, type ComponentType } from 'react';
import { I18nProvider } from 'react-aria-components';

import { onLanguage, spokenLanguage } from './texts';

/**
 * Renders a window once its texts are there, and again, whole, when its language changes: no
 * component has to follow the language by itself.
 */
export function Localised({ Content }: { readonly Content: ComponentType }) {
  const language = useSyncExternalStore(onLanguage, spokenLanguage);
  if (language === null) return null;
  return (
    <I18nProvider locale={language}>
      <Content />
    </I18nProvider>
  );
}
