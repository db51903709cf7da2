import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Locations } from '../playground/index.ts';

/** Whether a file was written or removed after the layout, and so by the learner. */
export function isSinceLayout({ playground, laidOutFile }: Locations, path: string): boolean {
  const [file, layout] = [join(playground, path), laidOutFile].map((one) =>
    statSync(one, { throwIfNoEntry: false }),
  );
  return !file || !layout || file.mtimeMs > layout.mtimeMs;
}
