import { join } from 'node:path';

/** Where things are in a playground. What begins with a dot is the guide's own. */
export interface Locations {
  readonly playground: string;
  readonly progressFile: string;
  /** Holds a folder for each time that work was saved aside. */
  readonly savedDir: string;
}

export function locationsOf(playground: string): Locations {
  return {
    playground,
    progressFile: join(playground, '.workshop', 'progress.json'),
    savedDir: join(playground, '.saved'),
  };
}
