import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files by their path from the playground's root, with forward slashes. */
export type Files = ReadonlyMap<string, Buffer>;

/** Folders that the guide, an editor or a command of a lesson makes: nothing in them was written by the learner. */
const generated = new Set([
  ...['.workshop', '.saved', '.pact-broker', '.nx', '.git', '.idea', '.vscode'],
  ...['node_modules', 'coverage', 'dist', 'pacts'],
]);
/** What editors leave beside a file while they write it. */
const editorLeftover = /(~|\.sw[a-z]|\.tmp|^\.#.*|^4913|^\.DS_Store)$/;

/** Whether a path, from the playground's root, is one that the learner may have written. */
export function isLearnerPath(path: string): boolean {
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  return !editorLeftover.test(name) && !parts.slice(0, -1).some((folder) => generated.has(folder));
}

/** All files of the playground that the learner may have written; none where there is no playground. */
export function learnerFiles(playground: string): Files {
  const files = new Map<string, Buffer>();
  const walk = (folder: string) => {
    for (const entry of entriesOf(join(playground, folder))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !generated.has(entry.name)) walk(path);
      if (entry.isFile() && isLearnerPath(path)) files.set(path, readFileSync(join(playground, path)));
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
