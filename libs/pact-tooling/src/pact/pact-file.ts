import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PactFileError } from './errors.ts';
import { pactDocument, type PactDocument } from './pact-document.ts';

/** A pact file with its exact bytes, which are published unchanged. */
export interface PactFile extends PactDocument {
  readonly bytes: Buffer;
}

/**
 * Reads pact files, and all `*.json` of directories.
 * @throws PactFileError with the path, if a file is missing, is not JSON, or is not a pact
 */
export function readPactFiles(paths: readonly string[]): PactFile[] {
  const files = paths.flatMap((path) => (isDirectory(path) ? jsonFilesIn(path) : [path]));
  return files.map(readPactFile);
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
  refuseByteOrderMark(bytes, path);
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw new PactFileError(
      `${path} is not JSON: ${(error as Error).message}. Delete it and run the consumer's contract tests again.`,
    );
  }
  return { ...pactDocument(json, path), bytes };
}

/** Editors and shells on Windows write such marks. JSON has none, and a parser's error would show an invisible character. */
function refuseByteOrderMark(bytes: Buffer, path: string): void {
  const encoding = Object.keys(byteOrderMarks).find((name) =>
    bytes
      .subarray(0, 3)
      .toString('hex')
      .startsWith(byteOrderMarks[name] ?? ''),
  );
  if (encoding === undefined) return;
  throw new PactFileError(
    `${path} starts with a byte order mark (of ${encoding}), which JSON must not have. Save it as UTF-8 without one.`,
  );
}

/** The bytes of the marks, by encoding. */
const byteOrderMarks: Readonly<Record<string, string>> = {
  'UTF-8': 'efbbbf',
  'UTF-16': 'fffe',
  'UTF-16 BE': 'feff',
};

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
