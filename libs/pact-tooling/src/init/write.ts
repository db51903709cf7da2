import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PactToolingError } from '@pact-workshop/broker-client';
import type { Change } from './changes.ts';

/** The content of a file in a folder; undefined where there is none. */
export function presentIn(folder: string): (path: string) => string | undefined {
  return (path) => {
    const file = join(folder, path);
    if (!existsSync(file)) return undefined;
    if (!statSync(file).isFile()) throw new PactToolingError(`${path} is there, and is no file.`);
    return readFileSync(file, 'utf8');
  };
}

/**
 * Writes all changes or none: each file beside its place first, then all in place.
 * @throws PactToolingError with the path that can't be written
 */
export function writeChanges(folder: string, changes: readonly Change[]): void {
  const written = changes.filter(({ kind }) => kind === 'new' || kind === 'changed');
  const undo: (() => void)[] = [];
  let current = '';
  try {
    const beside = written.map(({ path, content }) => {
      current = path;
      const target = join(folder, path);
      const made = mkdirSync(dirname(target), { recursive: true });
      if (made !== undefined) undo.push(() => rmSync(made, { recursive: true, force: true }));
      const file = `${target}.${process.pid}`;
      undo.push(() => rmSync(file, { force: true }));
      const mode = existsSync(target) ? statSync(target).mode : undefined;
      writeFileSync(file, content, { mode });
      return { path, file, target };
    });
    for (const { path, file, target } of beside) {
      current = path;
      const before = existsSync(target) ? readFileSync(target) : undefined;
      renameSync(file, target);
      undo.push(() => (before ? writeFileSync(target, before) : rmSync(target, { force: true })));
    }
  } catch (error) {
    for (const step of undo.reverse()) step();
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new PactToolingError(`Can't write ${current}: ${reason}. Nothing was changed.`, { cause: error });
  }
}
