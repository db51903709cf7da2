import { relative, sep } from 'node:path';
import { watch } from 'chokidar';
import { isLearnerPath } from '../playground/index.ts';
import { watchErrorHandler } from './watch-errors.ts';

/** Milliseconds to wait for more files of the same save, such as "save all" of an editor or a formatter. */
const gatherMs = 60;

/**
 * Watches the files that the learner writes.
 * @param onChange receives the paths, from the playground's root, that were saved, created or removed together
 * @param onProblem receives the errors of paths that can't be watched
 * @returns the watcher, once it is ready
 */
export async function watchFiles(
  playground: string,
  onChange: (paths: ReadonlySet<string>) => void,
  onProblem: (error: Error) => void,
): Promise<{ close(): Promise<void> }> {
  const pathOf = (absolute: string) => relative(playground, absolute).split(sep).join('/');
  const watcher = watch(playground, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (absolute) => {
      const path = pathOf(absolute);
      return path !== '' && !isLearnerPath(path);
    },
  });
  let gathered = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    const paths = gathered;
    gathered = new Set();
    onChange(paths);
  };
  watcher.on('all', (event, absolute) => {
    if (event === 'addDir' || event === 'unlinkDir') return;
    gathered.add(pathOf(absolute));
    clearTimeout(timer);
    timer = setTimeout(flush, gatherMs);
  });
  watcher.on('error', watchErrorHandler(playground, onProblem));
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return {
    close: async () => {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
