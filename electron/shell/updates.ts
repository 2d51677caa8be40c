import type { SettingsService } from '../config/settings-service';
import type { UpdateHindrance } from '../config/update-policy';
import { err, ok, type Result } from '../contract/result';
import type { RestartError, UpdateState } from '../contract/updates';

/** What asks for new versions, and brings them. */
export interface Updater {
  /**
   * The version that lies ready to be installed when Baton quits, or null where there is none that is
   * newer. `found` is told of one before it is downloaded.
   */
  check(
    found: (version: string) => void,
  ): Promise<Result<string | null, { readonly cause: string }>>;
  /** Quits, installs what is ready, and starts it. */
  restart(): void;
  /** Off, what is ready is not installed, and what is being downloaded is dropped. */
  allow(on: boolean): void;
}

export interface UpdateParts {
  readonly settings: Pick<SettingsService, 'current' | 'onChanged'>;
  readonly hindrance: () => UpdateHindrance | null;
  /** Loads the updater: nothing of it is in memory before it is wanted. */
  readonly load: () => Promise<Updater>;
  readonly clock: {
    now(): number;
    after(ms: number, done: () => void): () => void;
  };
  /** An attempt is held or under way. */
  readonly busy: () => boolean;
  readonly changed: () => void;
  readonly fault: (text: string) => void;
}

export interface Updates {
  /** Nothing is asked before. */
  start(): void;
  state(): UpdateState;
  /** Looks for a new version now. */
  check(): void;
  restart(): Result<null, RestartError>;
  close(): void;
}

/** A look at the start, and one each day from then on. */
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Keeps Baton up to date where the setting is on (docs/behaviour.md, "Updates"). Off, it loads
 * nothing and asks nobody.
 */
export function keepUpdates(parts: UpdateParts): Updates {
  const { settings, hindrance, clock } = parts;
  let state: UpdateState = { kind: 'off' };
  let updater: Updater | null = null;
  /** Rises whenever what runs is not wanted any more. */
  let run = 0;
  let cancelNext = () => {};

  const isOn = () => settings.current().settings.updates === 'on' && hindrance() === null;
  const show = (next: UpdateState) => {
    state = next;
    parts.changed();
  };

  const look = async () => {
    run += 1;
    const mine = run;
    cancelNext();
    const before = state;
    if (before.kind !== 'ready') show({ kind: 'checking' });
    const found = (version: string) => {
      if (mine === run && state.kind !== 'ready') show({ kind: 'downloading', version });
    };
    const result = await loaded().then(
      async (loadedUpdater) =>
        mine === run ? await loadedUpdater.check(found) : ok<string | null>(null),
      (error: unknown) => err({ cause: error instanceof Error ? error.message : String(error) }),
    );
    if (mine !== run) return;
    cancelNext = clock.after(dayMs, () => void look());
    if (result.ok && result.value !== null) show({ kind: 'ready', version: result.value });
    else if (before.kind === 'ready') show(before);
    else if (result.ok) show({ kind: 'current', at: clock.now() });
    else {
      const { cause } = result.error;
      parts.fault(`no look for a new version: ${cause}`);
      show({ kind: 'failed', cause: cause.slice(0, 300), at: clock.now() });
    }
  };

  const loaded = async (): Promise<Updater> => {
    updater ??= await parts.load();
    return updater;
  };

  const stop = () => {
    run += 1;
    cancelNext();
  };

  let wasOn = false;
  const follow = () => {
    const on = isOn();
    if (on === wasOn) return;
    wasOn = on;
    updater?.allow(on);
    if (on) {
      void look();
      return;
    }
    stop();
    show({ kind: 'off' });
  };
  let stopFollowing = () => {};

  return {
    start: () => {
      stopFollowing = settings.onChanged(follow);
      follow();
    },
    state: () => {
      const why = hindrance();
      return why === null ? state : { kind: 'unavailable', why };
    },
    check: () => {
      const isUnderWay = state.kind === 'checking' || state.kind === 'downloading';
      if (isOn() && !isUnderWay) void look();
    },
    restart: () => {
      if (state.kind !== 'ready' || updater === null) return err({ code: 'nothing-ready' });
      // The answer to a transfer is the only evidence there will ever be of it.
      if (parts.busy()) return err({ code: 'busy' });
      updater.restart();
      return ok(null);
    },
    close: () => {
      stopFollowing();
      stop();
    },
  };
}
