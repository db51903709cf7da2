import { Cron } from 'croner';
import type * as ZodModule from 'zod';
import { lazyRequire } from '../lazy-require.ts';
import type { ValueType } from './value-types.ts';

/**
 * Which versions a clean keeps: those that meet all that is said.
 * Source: docs/official-broker/deleting-and-cleaning.md#keep-selectors.
 */
export interface KeepSelector {
  /** Versions of this pacticipant. */
  readonly pacticipant?: string | undefined;
  /** Versions with this tag; `true`: any tag. */
  readonly tag?: string | true | undefined;
  /** Versions of this branch; `true`: any branch. */
  readonly branch?: string | true | undefined;
  /** Versions of the main branch. */
  readonly mainBranch?: true | undefined;
  /** Only the latest of those that meet the rest, for each pacticipant, tag or branch. */
  readonly latest?: true | undefined;
  /** Created within so many days. */
  readonly maxAge?: number | undefined;
  /** Versions that are live in this environment. */
  readonly environment?: string | undefined;
  /** Versions that are deployed now. */
  readonly deployed?: true | undefined;
  /** Versions that are released and supported. */
  readonly released?: true | undefined;
}

/**
 * Which branches a clean keeps: those that meet any of what is said.
 * Source: docs/official-broker/deleting-and-cleaning.md#stale-branches.
 */
export interface KeepBranchSelector {
  /** Branches that a version was put on within so many days. */
  readonly maxAge?: number | undefined;
  /** Branches of this name, or of these. */
  readonly branch?: string | readonly string[] | undefined;
}

type Zod = typeof ZodModule.z;

const name = (z: Zod) => z.string().min(1);
const age = (z: Zod) => z.number().nonnegative();

function keepSelector(z: Zod) {
  const yes = z.literal(true).optional();
  return z.strictObject({
    pacticipant: name(z).optional(),
    tag: z.union([name(z), z.literal(true)]).optional(),
    branch: z.union([name(z), z.literal(true)]).optional(),
    mainBranch: yes,
    latest: yes,
    maxAge: age(z).optional(),
    environment: name(z).optional(),
    deployed: yes,
    released: yes,
  });
}

const keepBranchSelector = (z: Zod) =>
  z.strictObject({
    maxAge: age(z).optional(),
    branch: z.union([name(z), z.array(name(z)).min(1)]).optional(),
  });

/** JSON text, or a list in YAML; keys in camel or snake case, as the official broker takes them. */
export const keepSelectors: ValueType<readonly KeepSelector[]> = {
  accepts:
    'a JSON list of objects with some of `pacticipant`, `tag`, `branch`, `main_branch`, `latest`, `max_age`, `environment`, `deployed`, `released`',
  read: (given) => {
    const list = readSelectors(given, keepSelector);
    return list && list.length > 0 ? list : undefined;
  },
  wrongParts: (given) => wrongSelectors(given, keepSelector),
};

/** The same for branches; an empty list, or `null`, keeps all. */
export const keepBranchSelectors: ValueType<readonly KeepBranchSelector[]> = {
  accepts: 'a JSON list of objects with `max_age` or `branch` (a name or a list of names) or both',
  takesNull: true,
  read: (given) => (parsed(given) === null ? [] : readSelectors(given, keepBranchSelector)),
  wrongParts: (given) => wrongSelectors(given, keepBranchSelector),
};

export const cronSchedule: ValueType<string> = {
  accepts: 'a cron expression of five fields',
  read: (given) => {
    try {
      new Cron(String(given), { paused: true }).stop();
      return String(given);
    } catch {
      return undefined;
    }
  },
};

type Selector<T> = (z: Zod) => ZodModule.ZodType<T>;

/** What JSON text says; undefined where it is none. Anything else is what it is. */
function parsed(given: unknown): unknown {
  if (typeof given !== 'string') return given;
  try {
    return JSON.parse(given);
  } catch {
    return undefined;
  }
}

/** @returns the selectors, or undefined where one of them is none, or says nothing */
function readSelectors<T extends object>(given: unknown, selector: Selector<T>): T[] | undefined {
  const { z } = lazyRequire<typeof ZodModule>('zod');
  return z.array(saying(z, selector)).safeParse(parsed(given)).data;
}

/** Those parts of a list that are no selectors. */
function wrongSelectors<T extends object>(given: unknown, selector: Selector<T>): unknown[] {
  const { z } = lazyRequire<typeof ZodModule>('zod');
  const list = parsed(given);
  if (!Array.isArray(list)) return [];
  const one = saying(z, selector);
  return list.filter((part: unknown) => !one.safeParse(part).success);
}

/** A selector by either spelling that says something. */
const saying = <T extends object>(z: Zod, selector: Selector<T>) =>
  z.preprocess(
    withOneSpelling,
    selector(z).refine((given) => Object.keys(given).length > 0),
  );

function withOneSpelling(given: unknown): unknown {
  if (typeof given !== 'object' || given === null) return given;
  const synonyms: Readonly<Record<string, string>> = {
    pacticipantName: 'pacticipant',
    environmentName: 'environment',
  };
  const entries = Object.entries(given).map(([key, value]: [string, unknown]) => {
    const camel = key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    return [synonyms[camel] ?? camel, value];
  });
  return Object.fromEntries(entries);
}
