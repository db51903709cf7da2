import { readdirSync, readFileSync, statSync, type Dirent } from 'node:fs';
import { basename, join } from 'node:path';
import { PactToolingError } from '@pact-workshop/broker-client';
import type { Manifest, Repository } from './repository.ts';

/** Folders that hold no source of the user's. */
const left = new Set(['node_modules', 'dist', 'build', 'out', 'coverage', 'vendor', 'pacts']);
/** Hidden entries that say which pipeline there is. */
const hidden = new Set(['.github', '.gitlab', '.gitlab-ci.yml']);
/** What is looked at, so that a home folder by mistake ends soon. */
const most = { files: 5000, bytes: 300_000, depth: 8 };

/**
 * Reads a repository: the names of its files, and the text of its sources.
 * @throws PactToolingError without a package.json that can be read
 */
export function readRepository(folder: string): Repository {
  const paths = pathsUnder(folder);
  const contents = new Map<string, string>();
  for (const path of paths)
    if (/\.[cm]?[jt]sx?$/.test(path) && statSync(join(folder, path)).size <= most.bytes)
      contents.set(path, readFileSync(join(folder, path), 'utf8'));
  const text = manifestText(folder);
  contents.set('package.json', text);
  return { folder: basename(folder), manifest: parseManifest(text), paths: new Set(paths), contents };
}

function pathsUnder(folder: string): string[] {
  const found: string[] = [];
  const visit = (inside: string, depth: number): void => {
    for (const entry of entriesOf(join(folder, inside))) {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (found.length >= most.files || (entry.name.startsWith('.') && !hidden.has(entry.name))) continue;
      if (entry.isFile()) found.push(path);
      else if (entry.isDirectory() && !left.has(entry.name) && depth < most.depth) visit(path, depth + 1);
    }
  };
  visit('', 0);
  return found;
}

/** Sorted; none of a folder that may not be read. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

function manifestText(folder: string): string {
  try {
    return readFileSync(join(folder, 'package.json'), 'utf8');
  } catch (error) {
    throw new PactToolingError(
      `There is no package.json in ${folder}. Run init in the folder of your service, or make one with "npm init".`,
      { cause: error },
    );
  }
}

function parseManifest(text: string): Manifest {
  try {
    const manifest: unknown = JSON.parse(text);
    if (typeof manifest === 'object' && manifest !== null && !Array.isArray(manifest)) return manifest;
  } catch (error) {
    throw new PactToolingError(`package.json is not JSON: ${(error as Error).message}`, { cause: error });
  }
  throw new PactToolingError('package.json is not an object.');
}
