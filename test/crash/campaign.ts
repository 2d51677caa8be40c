import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';

import { openToRead } from '../../electron/transfer/journal-database';
import { readHistory } from '../support/read-history';
import { verifyJournal } from '../../electron/transfer/journal-verify';
import { bundle } from './bundle';
import { CountingServer } from './counting-server';
import { live } from './life';
import { deathName, planDeaths, randomFrom } from './plan';
import { attemptSteps, type AttemptStep } from './steps';

/** Lives that ended at one place, and what became of the attempt that was under way then. */
export interface Tally {
  readonly place: string;
  lives: number;
  /** None was under way: it ended before the first, or between two. */
  none: number;
  absent: number;
  accepted: number;
  unknown: number;
  /** POSTs of the attempts that were under way. */
  posts: number;
}

export interface Campaign {
  readonly seed: number;
  readonly lives: number;
  readonly attempts: number;
  readonly posts: number;
  readonly tallies: readonly Tally[];
  /** Everything that must never be; empty is what is wanted. */
  readonly violations: readonly string[];
}

const childSource = fileURLToPath(new URL('./child.ts', import.meta.url));
const rowsSchema = z.array(z.object({ id: z.string(), outcome: z.string().nullable() }));

const isAtLeast = (step: AttemptStep, other: AttemptStep) =>
  attemptSteps.indexOf(step) >= attemptSteps.indexOf(other);

/** Outcome by id; null where there is none yet. Reads the file as the dead program left it. */
function outcomesIn(file: string): ReadonlyMap<string, string | null> {
  if (!existsSync(file)) return new Map();
  const db = openToRead(file);
  try {
    const [tables] = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'entries'").all();
    if (tables === undefined) return new Map();
    const rows = rowsSchema.parse(db.prepare('SELECT id, outcome FROM attempts').all());
    return new Map(rows.map(({ id, outcome }) => [id, outcome]));
  } finally {
    db.close();
  }
}

/** What the journal may say of an attempt, once opened again, that got as far as this step. */
function allowed(step: AttemptStep): readonly string[] {
  if (step === 'before-intent') return ['absent', 'unknown interrupted'];
  if (step === 'before-outcome') return ['accepted accepted', 'unknown interrupted'];
  if (step === 'after-outcome') return ['accepted accepted'];
  return ['unknown interrupted'];
}

/** How many POSTs may have come of an attempt that got as far as this step. */
function allowedPosts(step: AttemptStep): readonly number[] {
  if (isAtLeast(step, 'answer-received')) return [1];
  return isAtLeast(step, 'before-post') ? [0, 1] : [0];
}

/**
 * Lets the program live and die so many times on one journal, each time opening what the last one
 * left, and checks after each death and each opening that nothing is said or done that is not so.
 */
export async function crashCampaign(
  folder: string,
  lives: number,
  seed: number,
): Promise<Campaign> {
  const program = await bundle(childSource, folder);
  const file = join(folder, 'journal.sqlite');
  const server = new CountingServer();
  const url = await server.start();
  const reached = new Map<string, AttemptStep>();
  const violations = new Map<string, string>();
  const tallies = new Map<string, Tally>();

  const check = (when: string, holds: boolean, what: string) => {
    // What is wrong once stays wrong on the same journal: the first death that shows it is told.
    if (!holds && !violations.has(what)) violations.set(what, when);
  };

  /** The file as a death left it: every intent that was written is there, and nothing else. */
  const checkDead = (when: string) => {
    const there = outcomesIn(file);
    for (const [id, step] of reached) {
      const must = isAtLeast(step, 'after-intent');
      check(when, there.has(id) || !must, `the intent of ${id} is lost`);
      const posts = server.posts(id);
      check(when, allowedPosts(step).includes(posts), `${posts} POSTs of ${id} at ${step}`);
      check(when, posts === 0 || there.has(id), `a POST of ${id}, which is not in the journal`);
    }
    for (const id of there.keys()) check(when, reached.has(id), `${id} is invented`);
    const verified = verifyJournal(file);
    const good = verified.kind === 'good' && verified.attempts === there.size;
    const young = there.size === 0 && verified.kind !== 'broken';
    check(when, good || young, `the chain is ${JSON.stringify(verified)}`);
  };

  /** The file when it was opened again: every attempt has an outcome that it may have. */
  const checkOpened = (when: string) => {
    check(when, ![...outcomesIn(file).values()].includes(null), 'an attempt has no outcome');
    const read = readHistory(file);
    check(when, read.ok, 'the journal cannot be read');
    const said = new Map(
      (read.ok ? read.value : []).map(({ id, outcome, reason }) => [
        id,
        `${outcome} ${reason.code}`,
      ]),
    );
    for (const [id, step] of reached) {
      const says = said.get(id) ?? 'absent';
      check(when, allowed(step).includes(says), `${id} got to ${step} and is ${says}`);
    }
    check(when, verifyJournal(file).kind === 'good', 'the chain is not good');
  };

  const deaths = planDeaths(lives, randomFrom(seed));
  const hit: { readonly place: string; readonly id: string | null }[] = [];
  try {
    for (const [index, death] of [...deaths, { kind: 'opened' } as const].entries()) {
      const place = deathName(death);
      const when = `life ${index + 1} (${place})`;
      const postsBefore = server.allPosts();
      const life = await live({
        program,
        file,
        url,
        server,
        name: `life-${index + 1}`,
        death,
        opened: () => {
          check(when, server.allPosts() === postsBefore, 'opening the journal sent something');
          checkOpened(when);
        },
      });
      check(when, life.complaint === null, life.complaint ?? '');
      for (const [id, step] of life.reached) reached.set(id, step);
      checkDead(when);
      const last = [...life.reached].at(-1);
      const underWay = last !== undefined && (last[1] !== 'after-outcome' || place === last[1]);
      if (index < deaths.length) hit.push({ place, id: underWay ? last[0] : null });
    }
  } finally {
    await server.close();
  }

  const outcomes = outcomesIn(file);
  for (const { place, id } of hit) {
    const empty = { place, lives: 0, none: 0, absent: 0, accepted: 0, unknown: 0, posts: 0 };
    const tally = tallies.get(place) ?? empty;
    tallies.set(place, tally);
    tally.lives += 1;
    const outcome = id === null ? 'none' : (outcomes.get(id) ?? 'absent');
    if (outcome === 'none' || outcome === 'absent') tally[outcome] += 1;
    if (outcome === 'accepted' || outcome === 'unknown') tally[outcome] += 1;
    if (id !== null) tally.posts += server.posts(id);
  }
  return {
    seed,
    lives,
    attempts: outcomes.size,
    posts: server.allPosts(),
    tallies: [...tallies.values()],
    violations: [...violations].map(([what, when]) => `${when}: ${what}`),
  };
}

/** The campaign as a table for people. */
export function campaignTable({ seed, lives, attempts, posts, tallies, violations }: Campaign) {
  const head = ['killed at', 'lives', 'none', 'absent', 'accepted', 'unknown', 'POSTs'];
  const rows = tallies.map((tally) => [
    tally.place,
    ...[tally.lives, tally.none, tally.absent, tally.accepted, tally.unknown, tally.posts].map(
      String,
    ),
  ]);
  const table = [head, ...rows].map((cells) =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(16) : cell.padStart(9))).join(''),
  );
  const counts = `${attempts} attempts in the journal, ${posts} POSTs, ${violations.length} violations`;
  return [...table, '', `${lives} lives (seed ${seed}): ${counts}`, ...violations].join('\n');
}
