/** What a kind of artefact can bring. Holds the token: hand it on and let go of it. */
export interface Found {
  /** Requests to the API, or the addresses of some; texts may hold placeholders. */
  readonly requests: readonly FoundRequest[];
  /** Values by name, as an environment or a `.env` file gives them. */
  readonly variables: readonly (readonly [name: string, value: string])[];
}

export interface FoundRequest {
  /** What the artefact calls it; null where it has no name. */
  readonly name: string | null;
  readonly url: string;
  /** User and password of HTTP Basic. */
  readonly user: string | null;
  readonly password: string | null;
  /** The body as text, JSON in most artefacts. */
  readonly body: string | null;
}

export const nothingFound: Found = { requests: [], variables: [] };
