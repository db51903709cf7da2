export type { AnswerComparison } from './compare-answers.ts';
export { MirrorInterruptedError, SameBrokerError } from './errors.ts';
export { mirror, type MirrorOptions, type MirrorProgress } from './mirror.ts';
export type { MirrorCount, MirrorReport } from './report.ts';
