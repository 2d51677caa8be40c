import { config } from 'zod';

/**
 * Imported before every schema: zod otherwise tries to compile code, which the content security
 * policy forbids and reports as a violation even though zod copes with the refusal.
 */
config({ jitless: true });
