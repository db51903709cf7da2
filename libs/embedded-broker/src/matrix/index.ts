export { evaluateMatrix } from './evaluate.ts';
export { hints } from './hints.ts';
export { matrixQuery, type Known, type MatrixQuery, type Selector } from './query.ts';
export type { MatrixRow } from './rows.ts';
export { shownRows, type Reason, type ShownRow, type Verdict } from './verdict.ts';
export { versionFacts, type VersionFacts } from './version-facts.ts';
