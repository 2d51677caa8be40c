export const TRIAL_WARNING =
  'THIS PACKAGE IS FOR TRIALS ONLY. Its Electron is out of support and gets no security updates.';

/**
 * @param {string} electron version that is packaged
 * @param {string} released version that Baton is released on
 * @returns {boolean} nobody may be given this package for work
 */
export function isTrial(electron, released) {
  return !(majorOf(electron) >= majorOf(released));
}

/** @param {string} version @returns {number} NaN where it says none */
export function majorOf(version) {
  return Number.parseInt(version, 10);
}
