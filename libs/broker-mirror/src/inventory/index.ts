export { readPacticipants } from './pacticipants.ts';
export { readSource, readTarget, type SourceOptions } from './read.ts';
export { resultsOf } from './results.ts';
export type * from './types.ts';
