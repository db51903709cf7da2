import { existsSync, globSync } from 'node:fs';
import { PactToolingError } from '@pact-workshop/broker-client';

/**
 * Replaces patterns (`pacts/*-orders.json`) by the matching files and folders, for shells that do not expand them.
 * @throws PactToolingError if a pattern matches nothing
 */
export function pactPaths(given: readonly string[]): string[] {
  return given.flatMap((path) => {
    if (!/[*?[{]/.test(path) || existsSync(path)) return [path];
    const found = globSync(path).sort();
    if (found.length === 0) {
      throw new PactToolingError(
        `No file matches "${path}". Run the consumer's contract tests first: they write the pacts.`,
      );
    }
    return found;
  });
}
