import { homedir, userInfo } from 'node:os';

import type { CheckUp } from '../contract/doctor';
import type { Settings } from '../contract/settings';
import { privacyOf } from '../doctor/private-values';
import { reportText } from '../doctor/report';
import { redact } from './redact';

/** Some containers have a user without a name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

/** The report of a check-up, without what the settings and this computer know of anybody. */
export function doctorReport(checkUp: CheckUp, settings: Settings): string {
  const owner = { home: homedir(), user: userName() };
  return reportText(checkUp, { redacted: privacyOf(settings, owner, redact) });
}
