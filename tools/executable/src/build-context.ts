import { matchesGlob } from 'node:path';

/**
 * The files that Docker sends to a build.
 * @param paths of files from the top
 * @param ignore text of `.dockerignore`, without exceptions (`!`)
 */
export function buildContext(paths: readonly string[], ignore: string): string[] {
  const patterns = ignore.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const isIgnored = (path: string) => patterns.some((pattern) => matchesGlob(path, pattern));
  return paths.filter((path) => !withFolders(path).some(isIgnored));
}

/** A path, and all folders that it is in. */
const withFolders = (path: string): string[] =>
  path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));
