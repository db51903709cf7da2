export { byInteraction, type InteractionFindings } from './by-interaction.ts';
export type { Comparison } from './comparison.ts';
export { failureExcerpt } from './failure-excerpt.ts';
export { isUntouched, notDoneReason } from './not-done-reason.ts';
