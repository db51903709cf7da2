export { Database, type Parameter } from './database.ts';
export { openDatabase } from './open.ts';
export { backUp } from './backup.ts';
