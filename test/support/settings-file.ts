import { z } from 'zod';

import { settingsLayerSchema, type SettingsLayer } from '../../electron/contract/settings';
import type { Baton } from './baton';

const fileSchema = z.object({ settings: settingsLayerSchema, welcomeSeen: z.boolean().optional() });

/** What the person has set, as it stands on the disk. */
export const storedSettings = (baton: Baton): SettingsLayer =>
  fileSchema.parse(JSON.parse(baton.read('settings.json'))).settings;

/** Whether the welcome is noted as shown. */
export const welcomeNoted = (baton: Baton): boolean =>
  fileSchema.parse(JSON.parse(baton.read('settings.json'))).welcomeSeen === true;
