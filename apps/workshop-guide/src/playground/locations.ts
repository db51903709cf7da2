import { dirname, join } from 'node:path';

/** The files and folders of the guide. They are beside the playground, so that they survive its removal. */
export interface Locations {
  /** The folder that the learner works in. */
  readonly playground: string;
  readonly progressFile: string;
  /**
   * Hashes of the laid out files; they distinguish the learner's work. Exists while the playground is laid out
   * completely.
   */
  readonly laidOutFile: string;
  /** The hashes during a layout and after an interrupted one. */
  readonly partialLayoutFile: string;
  /** Lock file of the process that lays out the playground. */
  readonly layoutLockFile: string;
  /** The backups, each in a folder. */
  readonly backupDir: string;
}

/** @param playground absolute path */
export function locationsOf(playground: string): Locations {
  const home = join(dirname(playground), '.workshop');
  return {
    playground,
    progressFile: join(home, 'progress.json'),
    laidOutFile: join(home, 'laid-out.json'),
    partialLayoutFile: join(home, 'half-laid.json'),
    layoutLockFile: join(home, 'laying-out.json'),
    backupDir: join(home, 'saved'),
  };
}
