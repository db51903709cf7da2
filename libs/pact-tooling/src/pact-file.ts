import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PactToolingError } from './errors.ts';

/** An interaction or message of a pact, as far as the tooling looks into it. */
export interface PactInteraction {
  readonly description: string;
  readonly states: readonly string[];
}

/** A pact that was read from a file or a broker. */
export interface PactDocument {
  /** Where it came from, for messages. */
  readonly source: string;
  readonly consumer: string;
  readonly provider: string;
  readonly interactions: readonly PactInteraction[];
}

/** A pact file with its exact bytes: what is published is what the test wrote. */
export interface PactFile extends PactDocument {
  readonly bytes: Buffer;
}

/** Two interactions that nobody can tell apart: the later one would take the earlier one's place. */
export class DuplicateInteractionError extends PactToolingError {
  constructor({ source }: PactDocument, { description, states }: PactInteraction) {
    const given = states.length > 0 ? ` given "${states.join('" and "')}"` : '';
    super(
      `${source} has two interactions "${description}"${given}. Description and provider states together must be ` +
        'unique, or one hides the other: give one of them another description.',
    );
  }
}

/** A pact directory or file that is missing, or can't be read as a pact. */
export class PactFileError extends PactToolingError {}

/**
 * Reads pact files, and all `*.json` of directories.
 * @throws PactFileError naming the path, when one is missing, holds no pact, or is no JSON
 */
export function readPactFiles(paths: readonly string[]): PactFile[] {
  const files = paths.flatMap((path) => (isDirectory(path) ? jsonFilesIn(path) : [path]));
  return files.map(readPactFile);
}

/**
 * Looks into a pact.
 * @throws PactFileError when it names no consumer or provider
 */
export function pactDocument(json: unknown, source: string): PactDocument {
  const { consumer, provider, interactions, messages } = (json ?? {}) as {
    consumer?: { name?: unknown };
    provider?: { name?: unknown };
    interactions?: unknown;
    messages?: unknown;
  };
  if (typeof consumer?.name !== 'string' || typeof provider?.name !== 'string') {
    throw new PactFileError(`${source} is no pact: it names no consumer and provider.`);
  }
  return {
    source,
    consumer: consumer.name,
    provider: provider.name,
    interactions: [interactions, messages].flatMap((list) =>
      Array.isArray(list) ? list.map(interaction) : [],
    ),
  };
}

/** @throws DuplicateInteractionError when two interactions have the same description and states */
export function refuseDuplicates(pact: PactDocument): void {
  const seen = new Set<string>();
  for (const one of pact.interactions) {
    const key = JSON.stringify([one.description, one.states]);
    if (seen.has(key)) throw new DuplicateInteractionError(pact, one);
    seen.add(key);
  }
}

function interaction(json: unknown): PactInteraction {
  const { description, providerState, providerStates } = (json ?? {}) as {
    description?: unknown;
    providerState?: unknown;
    providerStates?: unknown;
  };
  const several = Array.isArray(providerStates)
    ? providerStates.map((state: unknown) => (state as { name?: unknown } | null)?.name)
    : [];
  return {
    description: typeof description === 'string' ? description : '',
    states: [providerState, ...several].filter(
      (state) => typeof state === 'string' && state !== '',
    ) as string[],
  };
}

function readPactFile(path: string): PactFile {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new PactFileError(
      `Can't read the pact ${path}: ${(error as NodeJS.ErrnoException).code ?? String(error)}.`,
    );
  }
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw new PactFileError(
      `${path} is no JSON: ${(error as Error).message}. Delete it and run the consumer's contract tests again.`,
    );
  }
  return { ...pactDocument(json, path), bytes };
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    throw new PactFileError(
      `There is no ${path}. Run the consumer's contract tests first: they write the pacts.`,
    );
  }
}

function jsonFilesIn(directory: string): string[] {
  const files = readdirSync(directory)
    .filter((name) => name.endsWith('.json'))
    .sort();
  if (files.length === 0) {
    throw new PactFileError(
      `There is no pact in ${directory}. Run the consumer's contract tests first: they write the pacts.`,
    );
  }
  return files.map((name) => join(directory, name));
}
