import type { SettingsService } from '../config/settings-service';
import type { Journal } from '../transfer/journal';
import type { Log } from './log';

const dayMs = 24 * 60 * 60 * 1000;

/** Removes attempts older than `historyDays`: now, once a day, and when the number changes. */
export function keepHistoryShort(
  journal: Journal,
  settings: SettingsService,
  log: Log,
): () => void {
  const prune = () => {
    const removed = journal.prune(settings.current().settings.historyDays);
    if (!removed.ok) log.warn(`history could not be pruned: ${removed.error.cause}`);
    else if (removed.value > 0) log.info(`history: ${removed.value} old attempts removed`);
  };
  prune();
  const daily = setInterval(prune, dayMs);
  const stopListening = settings.onChanged(prune);
  return () => {
    clearInterval(daily);
    stopListening();
  };
}
