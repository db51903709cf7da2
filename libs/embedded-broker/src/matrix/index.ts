export { evaluateMatrix } from './evaluate.ts';
export type { Verdict } from './verdict.ts';
