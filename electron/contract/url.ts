/** The URL that a text is, or null. (`URL.canParse` came with Node 18.17, and Baton runs on 18.15.) */
export function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
