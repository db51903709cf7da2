export { backUp } from './backup.ts';
export { Database } from './database.ts';
export { openDatabase } from './open.ts';
export { fileIdentity, openAgain, type FileIdentity } from './open-again.ts';
export type { Parameter } from './parameters.ts';
