/** The number or SIP address that a request says the call is of; null where it says none. */
export function triggerSourceOf(body: string | null): string | null {
  if (body === null) return null;
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value !== 'object' || value === null || !('trigger_source' in value)) return null;
    return typeof value.trigger_source === 'string' ? value.trigger_source : null;
  } catch {
    return null;
  }
}
