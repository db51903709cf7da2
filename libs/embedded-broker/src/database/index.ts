export { backUp } from './backup.ts';
export { Database } from './database.ts';
export { openDatabase } from './open.ts';
export type { Parameter } from './parameters.ts';
