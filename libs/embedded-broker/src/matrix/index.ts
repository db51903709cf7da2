export { evaluateMatrix } from './evaluate.ts';
export { matrixSize } from './matrix-size.ts';
export { matrixPreview } from './preview.ts';
export type { MatrixPreview } from './name-only-preview.ts';
export { adviceOnMissingResults } from './missing-results.ts';
export { matrixQuery, type Known, type MatrixQuery, type Selector } from './query.ts';
export type { MatrixRow } from './rows.ts';
export type { Reason, ShownRow, Verdict } from './verdict.ts';
export { versionFacts, type VersionFacts } from './version-facts.ts';
