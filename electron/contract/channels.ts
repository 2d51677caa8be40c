/**
 * Every IPC channel there is: plain data, so that the preload script can carry it without zod.
 * `call` goes from a window to main and is answered; `push` goes from main to a window.
 * `windows` says who may use it; main refuses everybody else. Schemas stand in schemas.ts,
 * which does not compile unless it covers this table.
 */
export const windowNames = ['popup', 'manager'] as const;
export type WindowName = (typeof windowNames)[number];

interface ChannelSpec {
  readonly direction: 'call' | 'push';
  readonly windows: readonly WindowName[];
}

export const channels = {
  'popup:state': { direction: 'push', windows: ['popup'] },
  /** The popup was shown: focus the field; carries a text to prefill, or null. */
  'popup:shown': { direction: 'push', windows: ['popup'] },
  'popup:load': { direction: 'call', windows: ['popup'] },
  'popup:query': { direction: 'call', windows: ['popup'] },
  'popup:resize': { direction: 'call', windows: ['popup'] },
  'popup:close': { direction: 'call', windows: ['popup'] },
  'transfer:start': { direction: 'call', windows: ['popup'] },
  /** During the hold-back: takes it back, or does not wait for its end. */
  'transfer:undo': { direction: 'call', windows: ['popup'] },
  'transfer:send-now': { direction: 'call', windows: ['popup'] },
  /** Leaves the ended attempt's screen: back to the list, or close. */
  'transfer:dismiss': { direction: 'call', windows: ['popup'] },
  'transfer:answer': { direction: 'call', windows: ['popup', 'manager'] },
  'transfer:copy-details': { direction: 'call', windows: ['popup'] },
  'line:select': { direction: 'call', windows: ['popup', 'manager'] },
  'practice:restart-call': { direction: 'call', windows: ['popup'] },
  'credentials:use-session': { direction: 'call', windows: ['manager'] },
  'manager:open': { direction: 'call', windows: ['popup', 'manager'] },
  'manager:state': { direction: 'push', windows: ['manager'] },
  'manager:route': { direction: 'push', windows: ['manager'] },
  'manager:load': { direction: 'call', windows: ['manager'] },
  'settings:change': { direction: 'call', windows: ['manager'] },
  'shortcut:change': { direction: 'call', windows: ['manager'] },
  'credentials:save': { direction: 'call', windows: ['manager'] },
  'credentials:remove': { direction: 'call', windows: ['manager'] },
  'credentials:refresh': { direction: 'call', windows: ['popup', 'manager'] },
  'connection:test': { direction: 'call', windows: ['manager'] },
  /** Looks for a new version now; what comes of it is in the state. */
  'updates:check': { direction: 'call', windows: ['manager'] },
  /** Restarts Baton on the new version that is ready. */
  'updates:restart': { direction: 'call', windows: ['manager'] },
  'link:open': { direction: 'call', windows: ['manager'] },
  'history:page': { direction: 'call', windows: ['manager'] },
  'history:lines': { direction: 'call', windows: ['manager'] },
  'history:detail': { direction: 'call', windows: ['manager'] },
  'history:copy': { direction: 'call', windows: ['manager'] },
  'history:export': { direction: 'call', windows: ['manager'] },
  'history:clear': { direction: 'call', windows: ['manager'] },
  /** Attempts were added, answered or removed: what is shown is to be asked for again. */
  'history:changed': { direction: 'push', windows: ['manager'] },
  'directory:page': { direction: 'call', windows: ['manager'] },
  'directory:rejected': { direction: 'call', windows: ['manager'] },
  /** Lets the person choose a file and reads it; nothing is taken yet. */
  'directory:choose': { direction: 'call', windows: ['manager'] },
  'directory:import': { direction: 'call', windows: ['manager'] },
  'directory:remove': { direction: 'call', windows: ['manager'] },
  /** Reads a watched file again now. */
  'directory:reload': { direction: 'call', windows: ['manager'] },
  /** Reads a text that the person pasted; nothing is taken yet. */
  'artefacts:read': { direction: 'call', windows: ['manager'] },
  'artefacts:choose-files': { direction: 'call', windows: ['manager'] },
  'artefacts:take': { direction: 'call', windows: ['manager'] },
  /** Forgets what was read. */
  'artefacts:drop': { direction: 'call', windows: ['manager'] },
  /** Saves the settings in force as a file for administrators. */
  'settings:export': { direction: 'call', windows: ['manager'] },
  /** Begins a check-up, or goes on with the one that runs; answers how far it is. */
  'doctor:run': { direction: 'call', windows: ['manager'] },
  /** Ends the check-up, or only its wait for the shortcut. */
  'doctor:cancel': { direction: 'call', windows: ['manager'] },
  'doctor:copy': { direction: 'call', windows: ['manager'] },
  'doctor:save': { direction: 'call', windows: ['manager'] },
  'doctor:progress': { direction: 'push', windows: ['manager'] },
  /** The welcome was left: it is not shown again by itself. */
  'welcome:done': { direction: 'call', windows: ['manager'] },
  /** Opens the popup, on the practice line, for the first try. */
  'welcome:try': { direction: 'call', windows: ['manager'] },
  /** Gives the kiosk's PIN; locks again; goes where the right PIN leads. */
  'kiosk:unlock': { direction: 'call', windows: ['popup'] },
  'kiosk:lock': { direction: 'call', windows: ['popup'] },
  'kiosk:leave': { direction: 'call', windows: ['popup'] },
  /** The person did something: the clock that clears the page starts anew. At most once a second. */
  'kiosk:touched': { direction: 'call', windows: ['popup'] },
} as const satisfies Record<string, ChannelSpec>;

export type Channel = keyof typeof channels;
type OfDirection<D extends ChannelSpec['direction']> = {
  [C in Channel]: (typeof channels)[C]['direction'] extends D ? C : never;
}[Channel];
export type CallChannel = OfDirection<'call'>;
export type PushChannel = OfDirection<'push'>;

/** Argument with which main tells the preload script which window it serves. */
export const windowArgument = '--baton-window=';
