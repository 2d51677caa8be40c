import { scrubAuthToken } from '../../../electron/config/scrub-file';

/** Takes a token out of a file, on whatever file system that lies, and prints what came of it. */
const [file = '', token = ''] = process.argv.slice(2);

const reader = { uid: process.getuid?.() ?? null, platform: process.platform };
void scrubAuthToken(file, token, reader).then((scrubbed) => {
  process.stdout.write(scrubbed.ok ? scrubbed.value : scrubbed.error.cause);
});
