import { createCredentialService } from '../../../electron/credentials/credential-service';
import { takeFromFile } from '../../../electron/credentials/from-file';
import { systemKeychain } from '../../../electron/credentials/keychain';
import { probeRequestSchema, type ProbeStep } from './probe-request';

/**
 * Runs the credential service on the keychain of the session that it is started in. Reads one
 * request (JSON) from standard input and prints the answers (JSON).
 */
async function main(): Promise<void> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  const request = probeRequestSchema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));

  let saved = request.marker;
  const marker = {
    get: () => saved,
    set: (authId: string | null) => {
      saved = authId;
      return Promise.resolve();
    },
  };
  const service = createCredentialService(systemKeychain, marker, request.limitMs);
  const run = ({ authId, token, step }: ProbeStep): unknown => {
    switch (step) {
      case 'refresh':
        return service.refresh(authId);
      case 'read':
        return service.read(authId);
      case 'save':
        return service.save(authId, token);
      case 'remove':
        return service.remove(authId);
      case 'session':
        return service.useForSession(authId, token);
      case 'from-file':
        return takeFromFile({ authId, authToken: token }, service);
    }
  };
  const answers: unknown[] = [];
  for (const step of request.steps) {
    const result = await run(step);
    answers.push({ result, state: service.state(step.authId) });
  }
  process.stdout.write(`${JSON.stringify({ answers, marker: saved })}\n`, () => {
    // A call that is still pending would keep the process for as long as it lasts.
    process.kill(process.pid, 'SIGKILL');
  });
}

void main();
