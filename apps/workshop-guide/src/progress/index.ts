export {
  progressOf,
  withHint,
  withLesson,
  withResult,
  type LessonProgress,
  type Progress,
  type TaskResult,
} from './progress.ts';
export { readProgress, updateProgress } from './progress-file.ts';
