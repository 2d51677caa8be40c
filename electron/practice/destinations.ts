export interface PracticeDestination {
  readonly name: string;
  /** E.164, of the range that is kept for fiction. */
  readonly address: string;
  readonly rehearses: 'picks-up' | 'refuses' | 'times-out';
}

/** Who can be called on the practice line; each rehearses one outcome. Everybody else picks up. */
export const practiceDestinations: readonly PracticeDestination[] = [
  { name: 'Avery Stone', address: '+14155550101', rehearses: 'picks-up' },
  { name: 'Bo Nilsen', address: '+14155550102', rehearses: 'refuses' },
  { name: 'Casey Vance', address: '+14155550103', rehearses: 'times-out' },
];

/** The agent's own number: the practice line's `trigger_source`. */
export const practiceAgent = '+14155550100';

/** The pretend caller's number. */
export const practiceCaller = '+14155550142';
