import type { Axis } from './axis.ts';
import { contractAxes } from './axes-contracts.ts';
import { environmentAxes } from './axes-environments.ts';
import { landscapeAxes } from './axes-landscape.ts';
import { afterAxis, beforeAxis } from './base.ts';
import { openDatabase } from '../../src/database/index.ts';

export const axes: readonly Axis[] = [...contractAxes, ...landscapeAxes, ...environmentAxes];

/** Writes a database whose history has this length along one axis, and is short along all others. */
export function writeHistory(path: string, axis: Axis, count: number): void {
  const database = openDatabase(path);
  database.transaction(() => {
    beforeAxis(database);
    axis.grow?.(database, count);
    afterAxis(database);
    axis.finish?.(database, count);
  });
  database.close();
}
