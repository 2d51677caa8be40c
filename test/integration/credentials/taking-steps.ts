/** What happens to a token on its way from the file to the keychain, in this order. */
export const takingSteps = [
  'before-store',
  'stored',
  'read-back',
  'before-write',
  'written',
  'renamed',
  'synced',
] as const;
export type TakingStep = (typeof takingSteps)[number];
