export { evaluateMatrix } from './evaluate.ts';
export { matrixExcerpt } from './excerpt.ts';
export type { MatrixExcerpt } from './wide-excerpt.ts';
export { hints } from './hints.ts';
export { matrixQuery, type Known, type MatrixQuery, type Selector } from './query.ts';
export type { MatrixRow } from './rows.ts';
export type { Reason, ShownRow, Verdict } from './verdict.ts';
export { versionFacts, type VersionFacts } from './version-facts.ts';
