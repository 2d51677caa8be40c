import { languageLoader } from '../ui/language-files';

/** Loads the manager window's texts, and no more than those of the language that is asked for. */
export const showLanguage = languageLoader(
  import.meta.glob<object>('../../electron/contract/texts/*/{common,doctor,manager}.json', {
    import: 'default',
  }),
);
