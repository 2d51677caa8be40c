/** The code of a Node error, such as ECONNREFUSED; its name where it has none. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'UNKNOWN';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.name;
}
