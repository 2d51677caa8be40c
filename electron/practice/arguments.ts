import { parseArgs } from 'node:util';

import { err, ok, type Result } from '../contract/result';
import { reasonShapes, type ReasonShape } from './answers';
import {
  defaultScenarioSettings,
  scenarios,
  type Scenario,
  type ScenarioSettings,
} from './scenarios';

/** What the command was asked to do. */
interface Wish {
  readonly help: boolean;
  readonly port: number;
  readonly scenario: Scenario;
  readonly settings: ScenarioSettings;
}

const maxSlowMs = 600_000;

/** Reads the command line; an error is a sentence that names the argument. */
export function readArguments(argv: readonly string[]): Result<Wish, string> {
  const given = parse(argv);
  if (!given.ok) return given;
  const port = readInteger('--port', given.value.port ?? '0', 65_535);
  if (!port.ok) return port;
  const slowMs = readInteger(
    '--slow-ms',
    given.value['slow-ms'] ?? String(defaultScenarioSettings.slowMs),
    maxSlowMs,
  );
  if (!slowMs.ok) return slowMs;
  const scenario = readName('--scenario', given.value.scenario ?? 'accepted', scenarios);
  if (!scenario.ok) return scenario;
  const reason = given.value.reason;
  const reasonShape: Result<ReasonShape | null, string> =
    reason === undefined ? ok(null) : readName('--reason', reason, reasonShapes);
  if (!reasonShape.ok) return reasonShape;
  return ok({
    help: given.value.help ?? false,
    port: port.value,
    scenario: scenario.value,
    settings: {
      ...defaultScenarioSettings,
      slowMs: slowMs.value,
      reasonShape: reasonShape.value,
      lostMovesCall: given.value['lost-moves-call'] ?? false,
    },
  });
}

interface Given {
  readonly help?: boolean;
  readonly port?: string;
  readonly scenario?: string;
  readonly 'slow-ms'?: string;
  readonly reason?: string;
  readonly 'lost-moves-call'?: boolean;
}

function parse(argv: readonly string[]): Result<Given, string> {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        help: { type: 'boolean', short: 'h' },
        port: { type: 'string' },
        scenario: { type: 'string' },
        'slow-ms': { type: 'string' },
        reason: { type: 'string' },
        'lost-moves-call': { type: 'boolean' },
      },
    });
    return ok(values);
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
}

function readInteger(option: string, text: string, max: number): Result<number, string> {
  const value = Number(text);
  return /^\d{1,9}$/.test(text) && value <= max
    ? ok(value)
    : err(`${option} expects a whole number from 0 to ${max}, and was given "${text}".`);
}

function readName<T extends string>(
  option: string,
  text: string,
  names: readonly T[],
): Result<T, string> {
  const known = names.find((name) => name === text);
  return known === undefined
    ? err(`${option} expects one of ${names.join(', ')}, and was given "${text}".`)
    : ok(known);
}
