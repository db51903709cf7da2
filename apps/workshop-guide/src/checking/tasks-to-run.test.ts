import { describe, expect, it } from '@jest/globals';
import { passes, type CourseLesson, type Task } from '../course/index.ts';
import type { LessonProgress } from '../progress/index.ts';
import { tasksToRun } from './tasks-to-run.ts';

const task = (id: string, more: Partial<Task> = {}): Task => ({
  id,
  title: id,
  command: `make ${id}`,
  before: passes(/a/),
  after: passes(/b/),
  ...more,
});

const lessonOf = (...tasks: [Task, ...Task[]]) => ({ manifest: { tasks } }) as unknown as CourseLesson;

const progressOf = (done: Record<string, boolean>): LessonProgress => ({
  startedAt: '',
  hints: 0,
  tasks: Object.fromEntries(
    Object.entries(done).map(([id, isDone]) => [
      id,
      { done: isDone, exitCode: 0, output: '', mismatches: [], durationMs: 1, at: '' },
    ]),
  ),
});

const idsOf = (tasks: readonly Task[]) => tasks.map(({ id }) => id);

describe('The tasks to run after a save', () => {
  const lesson = lessonOf(
    task('consumer', { dependsOn: ['apps/admin-service/**'] }),
    task('provider', { dependsOn: ['apps/user-service/**', 'pacts/*.json'] }),
    task('both'),
  );
  const known = progressOf({ consumer: true, provider: true, both: false });

  it.each([
    ['apps/admin-service/src/deep/a.ts', ['consumer', 'both']],
    ['apps/user-service/package.json', ['provider', 'both']],
    ['pacts/a.json', ['provider']],
    ['apps/.hidden/a.ts', ['both']],
    ['README.md', []],
  ])('are for %s %j', (path, ids) => {
    expect(idsOf(tasksToRun(lesson, known, new Set([path])))).toEqual(ids);
  });

  it('include those without a result', () => {
    expect(idsOf(tasksToRun(lesson, progressOf({ consumer: true }), new Set()))).toEqual([
      'provider',
      'both',
    ]);
    expect(idsOf(tasksToRun(lesson, undefined, new Set()))).toEqual(['consumer', 'provider', 'both']);
  });

  it('exclude those that only the learner starts, and the tasks after such a task while it is open', () => {
    const withRelease = lessonOf(task('verify'), task('release', { manual: true }), task('after'));
    const change = new Set(['apps/a.ts']);
    const ran = (done: Record<string, boolean>, changed: ReadonlySet<string> | 'everything' = change) =>
      idsOf(tasksToRun(withRelease, progressOf(done), changed));
    expect(ran({})).toEqual(['verify']);
    expect(ran({ verify: true, release: false }, 'everything')).toEqual(['verify']);
    expect(ran({ verify: true, release: true, after: true })).toEqual(['verify', 'after']);
    expect(ran({ verify: true, release: true, after: true }, 'everything')).toEqual(['verify', 'after']);
  });

  it('exclude those of a completed stage, whatever is saved', () => {
    const staged = lessonOf(
      task('expand', { stage: 'expand' }),
      task('move', { stage: 'expand' }),
      task('contract'),
    );
    const change = new Set(['apps/a.ts']);
    expect(idsOf(tasksToRun(staged, progressOf({ expand: true, move: false }), change))).toEqual([
      'expand',
      'move',
      'contract',
    ]);
    expect(idsOf(tasksToRun(staged, progressOf({ expand: true, move: true }), change))).toEqual(['contract']);
  });
});
