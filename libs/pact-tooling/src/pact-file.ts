import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PactToolingError } from './errors.ts';

/** A provider state that an interaction asks for. */
export interface PactState {
  readonly name: string;
  /** Tells the same state with other parameters apart; JSON text, empty without any. */
  readonly params: string;
}

/** An interaction or message of a pact, as far as the tooling looks into it. */
export interface PactInteraction {
  readonly description: string;
  readonly states: readonly PactState[];
  /** Whether it is a message, not a request and its response. */
  readonly isMessage: boolean;
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
    const given = states
      .map(({ name, params }) => (params === '' ? `"${name}"` : `"${name}" ${params}`))
      .join(' and ');
    super(
      `${source} has two interactions "${description}"${given === '' ? '' : ` given ${given}`}. Description and ` +
        'provider states together must be unique, or one hides the other: give one of them another description.',
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
 * @throws PactFileError when it names no consumer or provider, or its interactions are not what they must be
 */
export function pactDocument(json: unknown, source: string): PactDocument {
  const { consumer, provider, interactions, messages } = fieldsOf(json);
  const names = { consumer: fieldsOf(consumer)['name'], provider: fieldsOf(provider)['name'] };
  if (typeof names.consumer !== 'string' || typeof names.provider !== 'string') {
    throw new PactFileError(`${source} is no pact: it names no consumer and provider.`);
  }
  return {
    source,
    consumer: names.consumer,
    provider: names.provider,
    interactions: [
      ...listOf(interactions, `${source}: "interactions"`).map((one) => interaction(one, source)),
      ...listOf(messages, `${source}: "messages"`).map((one) => ({
        ...interaction(one, source),
        isMessage: true,
      })),
    ],
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

function interaction(json: unknown, source: string): PactInteraction {
  const { description, providerState, providerStates, type } = fieldsOf(json);
  const name = typeof description === 'string' ? description : '';
  const where = `${source}: the provider states of "${name}"`;
  // Specification 2 has one state by its name, later ones a list of objects; some writers put a name into the list's place.
  const single = [providerState, providerStates].filter((state) => typeof state === 'string' && state !== '');
  const several = typeof providerStates === 'string' ? [] : listOf(providerStates, where);
  return {
    description: name,
    states: [
      ...single.map((state) => ({ name: state as string, params: '' })),
      ...several.map((state) => stateOf(state, where)),
    ],
    isMessage: typeof type === 'string' && type.endsWith('/Messages'),
  };
}

function stateOf(json: unknown, where: string): PactState {
  const { name, params } = fieldsOf(json);
  if (typeof name !== 'string')
    throw new PactFileError(`${where} can't be read: each must be an object with a name.`);
  const hasParams = Object.keys(fieldsOf(params)).length > 0;
  return { name, params: hasParams ? JSON.stringify(params) : '' };
}

function listOf(value: unknown, where: string): unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new PactFileError(`${where} must be a list.`);
  return value;
}

function fieldsOf(json: unknown): Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};
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
      `There is no file or folder "${path}". Run the consumer's contract tests first: they write the pacts.`,
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
