export { chainEndFindings } from './chain-end.ts';
export { checkLesson } from './check-lesson.ts';
export type { CheckOptions } from './check-options.ts';
export { translationFindings } from './translations.ts';
