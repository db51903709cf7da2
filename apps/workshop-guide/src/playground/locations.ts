import { dirname, join } from 'node:path';

/** Where the guide keeps what it has to remember: beside the playground, so that a removed playground takes nothing with it. */
export interface Locations {
  /** Where the learner works. */
  readonly playground: string;
  readonly progressFile: string;
  /** Says what was laid out, so that the learner's own work can be told from it. */
  readonly laidOutFile: string;
  /** The same while a layout is under way, and after one that was cut off. */
  readonly halfLaidFile: string;
  /** Says who is laying out the playground now. */
  readonly layingOutFile: string;
  /** Holds a folder for each time that work was saved aside. */
  readonly savedDir: string;
}

/** @param playground absolute path */
export function locationsOf(playground: string): Locations {
  const home = join(dirname(playground), '.workshop');
  return {
    playground,
    progressFile: join(home, 'progress.json'),
    laidOutFile: join(home, 'laid-out.json'),
    halfLaidFile: join(home, 'half-laid.json'),
    layingOutFile: join(home, 'laying-out.json'),
    savedDir: join(home, 'saved'),
  };
}
