import { dirname, join } from 'node:path';

/** Where the guide keeps what it has to remember: beside the playground, so that a removed playground takes nothing with it. */
export interface Locations {
  /** Where the learner works. */
  readonly playground: string;
  readonly progressFile: string;
  /** Says what was laid out, so that the learner's own work can be told from it. */
  readonly laidOutFile: string;
  /** The same while a layout is under way, and after one that was cut off. */
  readonly partialLayoutFile: string;
  /** Says who is laying out the playground now. */
  readonly layoutLockFile: string;
  /** Holds the backups, a folder each. */
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
