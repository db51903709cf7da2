import { readFileSync } from 'node:fs';
import type * as Yaml from 'yaml';
import { ExpectedError } from '../expected-error.ts';
import { lazyRequire } from '../lazy-require.ts';

/**
 * Reads a YAML file of settings.
 * @throws ExpectedError that names the file when it can't be read, is no YAML, or no mapping of names to values
 */
export function readSettingsFile(path: string): Record<string, unknown> {
  let source: string;
  try {
    source = readFileSync(path, 'utf8');
  } catch (error) {
    const { message } = error as Error;
    throw new ExpectedError(`can't read the settings file ${path}: ${message}`, { cause: error });
  }
  const { parseDocument } = lazyRequire<typeof Yaml>('yaml');
  const document = parseDocument(source);
  const [mistake] = document.errors;
  if (mistake) {
    // Only the position: the message quotes the line, which may hold a password.
    const { line = 0, col = 0 } = mistake.linePos?.[0] ?? {};
    throw new ExpectedError(
      `the settings file ${path} is no YAML: see line ${line}, column ${col} (${mistake.code})`,
    );
  }
  const content: unknown = document.toJS() ?? {};
  if (typeof content !== 'object' || Array.isArray(content)) {
    throw new ExpectedError(`the settings file ${path} has to hold lines such as "port: 9292"`);
  }
  return content as Record<string, unknown>;
}
