export { contractDifferences } from './contract.ts';
export { markersIn } from './left-over-markers.ts';
export { judge, type Judgement } from './outcome.ts';
export { writtenInteractions } from './pacts.ts';
export { runTask, type TaskRun } from './run-task.ts';
