export { MirrorInterruptedError, SameBrokerError } from './errors.ts';
export { formatMirrorReport } from './format.ts';
export { mirror, type MirrorOptions, type MirrorProgress } from './mirror.ts';
export type { MirrorCount, MirrorReport } from './report.ts';
