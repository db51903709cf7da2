export { followedRevision, following, revisionOf } from './revision.ts';
export { withoutOutput, withSharedOutput } from './shared-output.ts';
export { skeleton } from './skeleton.ts';
export { readWords, type LessonWords } from './words-file.ts';
export { englishWords, wordsOf } from './words-of.ts';
