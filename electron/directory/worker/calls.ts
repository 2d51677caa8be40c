import type { MessagePort } from 'node:worker_threads';

import { z } from 'zod';

import {
  columnMappingSchema,
  directoryErrorSchema,
  directorySourceSchema,
  importPreviewSchema,
  importReportSchema,
  rejectedRowSchema,
} from '../../contract/directory';
import { roles } from '../../contract/transfer';

/**
 * What the directory's worker threads are asked, and what they answer. Answers are checked where
 * they arrive; questions are made by main alone.
 */

const ranges = z.array(z.tuple([z.number(), z.number()]));

/** Somebody as a thread names them: main adds the country's name in the language of the interface. */
const rowSchema = z.object({
  name: z.string().nullable(),
  address: z.string(),
  display: z.string(),
  note: z.string().nullable(),
  /** Two-letter country of a number that has one. */
  country: z.string().nullable(),
  role: z.enum(roles).nullable(),
});
export type PersonRow = Readonly<z.infer<typeof rowSchema>>;

const foundSchema = z.object({
  rows: z.array(z.object({ person: rowSchema, name: ranges, display: ranges, note: ranges })),
  /** How many match, those beyond the rows included. */
  total: z.number(),
  /** The text is the whole name or an alias of the first of them, such as an extension. */
  exact: z.boolean(),
  /** Whose the address is that was asked about; null: nobody's. */
  owner: rowSchema.nullable(),
  /** Whether the directory has the address; null: that cannot be said now. */
  listed: z.boolean().nullable(),
  lookAlikes: z.array(
    z.object({
      person: rowSchema,
      distance: z.union([z.literal(1), z.literal(2)]),
      known: z.boolean(),
    }),
  ),
});
/** What is known about a text in the field. */
export type FoundInDirectory = Readonly<z.infer<typeof foundSchema>>;

const ownerSchema = z.object({ owner: rowSchema.nullable(), listed: z.boolean().nullable() });
/** Whose an address is, and whether the directory has it. */
export type AddressOwner = Readonly<z.infer<typeof ownerSchema>>;

const rowsSchema = z.object({ rows: z.array(rowSchema), total: z.number() });

const result = <V extends z.ZodType, E extends z.ZodType>(value: V, error: E) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error }),
  ]);

/** A file that is part of the directory. */
const sourceFileSchema = z.object({ id: z.string(), path: z.string() });
export type SourceFile = Readonly<z.infer<typeof sourceFileSchema>>;

const knownSchema = z.object({
  name: z.string().nullable(),
  address: z.string(),
  note: z.string().nullable(),
  role: z.enum(roles).nullable(),
  /** What an attempt of before recorded: the directory may know better by now. */
  recorded: z.boolean(),
});

/** Question and answer of every call. */
export const workerCalls = {
  /** Reads every source and makes the index; asked once, first. */
  load: {
    question: z.object({
      /** Where imported entries are stored. */
      store: z.string(),
      files: z.array(sourceFileSchema),
      region: z.string(),
      now: z.number(),
    }),
    answer: z.object({
      sources: z.array(directorySourceSchema),
      /** Those of several sources are counted once. */
      entries: z.number(),
      /** A store that could not be read, as a source that gives nothing. */
      fault: directorySourceSchema.nullable(),
    }),
  },
  /** Whom the line knows besides, and what the agent has used. */
  context: {
    question: z.object({
      known: z.array(knownSchema),
      uses: z.array(z.object({ address: z.string(), count: z.number(), lastAt: z.number() })),
    }),
    answer: z.null(),
  },
  search: {
    question: z.object({ text: z.string(), address: z.string().nullable(), limit: z.number() }),
    answer: foundSchema,
  },
  owner: {
    question: z.object({ address: z.string() }),
    answer: ownerSchema,
  },
  page: {
    question: z.object({ text: z.string(), skip: z.number(), limit: z.number() }),
    answer: rowsSchema,
  },
  rejected: {
    question: z.object({ sourceId: z.string(), skip: z.number(), limit: z.number() }),
    answer: z.object({ rows: z.array(rejectedRowSchema), total: z.number() }).nullable(),
  },
  /** Reads a file that may be imported, and keeps it for the import that follows. */
  preview: {
    question: z.object({ previewId: z.string(), path: z.string() }),
    answer: result(importPreviewSchema, directoryErrorSchema),
  },
  /** Stores the entries of the file that was previewed. */
  import: {
    question: z.object({
      store: z.string(),
      region: z.string(),
      mapping: columnMappingSchema.nullable(),
      now: z.number(),
    }),
    answer: result(importReportSchema, directoryErrorSchema),
  },
  /** Reads an imported file again, with the mapping of before. */
  'import-again': {
    question: z.object({
      store: z.string(),
      region: z.string(),
      sourceId: z.string(),
      now: z.number(),
    }),
    answer: result(importReportSchema, directoryErrorSchema),
  },
  remove: {
    question: z.object({ store: z.string(), sourceId: z.string() }),
    answer: result(z.null(), directoryErrorSchema),
  },
} as const;

export type WorkerCalls = typeof workerCalls;
export type WorkerCall = keyof WorkerCalls;
export type Question<C extends WorkerCall> = z.infer<WorkerCalls[C]['question']>;
export type Answer<C extends WorkerCall> = z.infer<WorkerCalls[C]['answer']>;

/** What goes to a thread: a call, or the port over which two threads hand entries over. */
export type ToWorker =
  | {
      readonly [C in WorkerCall]: {
        readonly kind: 'call';
        readonly id: number;
        readonly call: C;
        readonly question: Question<C>;
      };
    }[WorkerCall]
  | { readonly kind: 'hand-over'; readonly port: MessagePort }
  | { readonly kind: 'take-over'; readonly port: MessagePort };
