import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files by their path from the playground's root, with forward slashes. */
export type Files = ReadonlyMap<string, Buffer>;

/** Folders that the guide or a command creates. The learner writes nothing in them. */
const generated = new Set([
  ...['.pact-broker', '.deployed', '.feature', '.nx', '.git'],
  ...['node_modules', 'coverage', 'dist', 'pacts'],
]);
/** Temporary files of editors. */
const editorFile = /(~|\.sw[a-z]|\.tmp|^\.#.*|^4913|^\.DS_Store)$/;

/** Whether the learner may have written a file, by its path from the playground's root. */
export function isLearnerPath(path: string): boolean {
  const parts = path.split('/');
  return !editorFile.test(parts.at(-1) ?? '') && !parts.some((part) => generated.has(part));
}

/** All files of the playground that the learner may have written; none when the playground does not exist. */
export function learnerFiles(playground: string): Files {
  const files = new Map<string, Buffer>();
  const walk = (folder: string) => {
    for (const entry of entriesOf(join(playground, folder))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (!isLearnerPath(path)) continue;
      if (entry.isDirectory()) walk(path);
      if (entry.isFile()) files.set(path, readFileSync(join(playground, path)));
    }
  };
  walk('');
  return files;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
