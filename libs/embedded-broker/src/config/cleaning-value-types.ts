import { Cron } from 'croner';
import type * as Zod from 'zod';
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

/** @returns the selectors, or undefined where they are none */
function readSelectors(list: unknown): KeepSelector[] | undefined {
  const { z } = lazyRequire<typeof Zod>('zod');
  const yes = z.literal(true).optional();
  const name = z.string().min(1);
  const selector = z.preprocess(
    withOneSpelling,
    z
      .strictObject({
        pacticipant: name.optional(),
        tag: z.union([name, z.literal(true)]).optional(),
        branch: z.union([name, z.literal(true)]).optional(),
        mainBranch: yes,
        latest: yes,
        maxAge: z.number().nonnegative().optional(),
        environment: name.optional(),
        deployed: yes,
        released: yes,
      })
      .refine((given) => Object.keys(given).length > 0),
  );
  return z.array(selector).min(1).safeParse(list).data;
}

/** JSON text, or a list in YAML; keys in camel or snake case, as the official broker takes them. */
export const keepSelectors: ValueType<readonly KeepSelector[]> = {
  accepts:
    'a JSON list of objects with some of `pacticipant`, `tag`, `branch`, `main_branch`, `latest`, `max_age`, `environment`, `deployed`, `released`',
  read: (given) => {
    try {
      const list: unknown = typeof given === 'string' ? JSON.parse(given) : given;
      return readSelectors(list);
    } catch {
      return undefined;
    }
  },
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
