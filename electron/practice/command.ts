import { reasonShapes } from './answers';
import { readArguments } from './arguments';
import { practiceDestinations } from './destinations';
import { defaultScenarioSettings, scenarioWords, scenarios, type Scenario } from './scenarios';
import { startPracticeLine, type PracticeLine } from './server';
import { readableExchange } from './trace';

/** What the command needs of the process that runs it. */
export interface CommandIo {
  /** Writes a text to the standard output, with a line break after it. */
  readonly print: (text: string) => void;
  /** The same for the error output. */
  readonly complain: (text: string) => void;
  /** Aborted when the practice line is to end. */
  readonly stop: AbortSignal;
  readonly platform: NodeJS.Platform;
}

/** Runs the practice line alone until it is told to stop. Gives the exit code: 0, or 1 with a text. */
export async function runPracticeCli(argv: readonly string[], io: CommandIo): Promise<0 | 1> {
  const wish = readArguments(argv);
  if (!wish.ok) {
    io.complain(`${wish.error}\nSee --help for what can be asked for.`);
    return 1;
  }
  if (wish.value.help) {
    io.print(help());
    return 0;
  }
  const { port, scenario, settings } = wish.value;
  const started = await startPracticeLine({
    port,
    scenario,
    settings,
    onExchange: (exchange) => io.print(`\n${readableExchange(exchange)}`),
  });
  if (!started.ok) {
    io.complain(
      started.error.code === 'port-taken'
        ? `Port ${port} is taken: another program listens on it. Choose another, or --port=0 for any free one.`
        : `The practice line could not listen on port ${port}: ${started.error.cause}.`,
    );
    return 1;
  }
  const line = started.value;
  io.print(greeting(line, scenario, io.platform));
  await aborted(io.stop);
  await line.close();
  return 0;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function greeting(line: PracticeLine, scenario: Scenario, platform: NodeJS.Platform): string {
  return `The practice line is ready. No real call is made.

  URL             ${line.url}
  PHLO id         ${line.phloId}
  Node id         ${line.nodeId}
  Auth ID         ${line.authId}
  Auth token      ${line.authToken}
  Trigger source  ${line.triggerSource}
  Scenario        ${scenario}

A transfer with curl:

  ${curlCommand(line, platform)}

It takes the agent off the call, so a second one is refused: start again for a new call.

Ctrl+C ends it.`;
}

/**
 * A transfer in the manner of Plivo's own examples, which name no content type. Loopback is taken
 * out of any proxy that the environment sets.
 */
function curlCommand(line: PracticeLine, platform: NodeJS.Platform): string {
  const body = JSON.stringify({
    action: 'cold_transfer',
    to: practiceDestinations[0]?.address,
    role: 'agent',
    trigger_source: line.triggerSource,
  });
  const quoted = platform === 'win32' ? `"${body.replace(/"/g, '\\"')}"` : `'${body}'`;
  const url = `${line.url}/v1/phlo/${line.phloId}/multi_party_call/${line.nodeId}`;
  return `curl -i --noproxy 127.0.0.1 --user ${line.authId}:${line.authToken} -d ${quoted} ${url}`;
}

function help(): string {
  const width = Math.max(...scenarios.map((name) => name.length)) + 2;
  const rows = scenarios.map((name) => `  ${name.padEnd(width)}${scenarioWords[name]}`);
  return `Runs the practice line: a server on 127.0.0.1 that speaks Plivo's PHLO multi-party-call API.

  --port=N           port to listen on; 0, the default: any free one
  --scenario=NAME    how POSTs are answered; accepted where absent
  --slow-ms=N        milliseconds after which "slow" answers; ${defaultScenarioSettings.slowMs} where absent
  --reason=SHAPE     where reasons stand: ${reasonShapes.join(', ')}
  --lost-moves-call  the call moves although no clear answer comes (5xx, never, drop)
  --help             this text

Scenarios:
${rows.join('\n')}`;
}
