import { EventEmitter, once } from 'node:events';
import { dirname } from 'node:path';
import { watch } from 'chokidar';
import type { CourseLesson, Task } from '../course/index.ts';
import { isLaidOut, nameOf, tasksOfNow, learnerPosition, type Workshop } from '../guide/index.ts';
import { progressOf, type Progress, type TaskResult } from '../progress/index.ts';
import { isAffected } from './affected.ts';
import { CheckQueue, type CheckRequest } from './check-queue.ts';
import { checkTasks } from './check-tasks.ts';
import { isSinceLayout } from './since-layout.ts';
import { tasksToRun } from './tasks-to-run.ts';
import { watchFiles } from './watch-files.ts';
import { watchErrorHandler } from './watch-errors.ts';

/** The events of a companion. */
interface CompanionEvents {
  /** Another lesson was laid out, or the same one again. */
  lesson: [lesson: CourseLesson];
  saved: [paths: ReadonlySet<string>];
  result: [task: Task, result: TaskResult];
  /** All requested checks have ended. */
  settled: [lesson: CourseLesson];
  /** Something that is shown changed, possibly by a command in another terminal. */
  change: [];
  problem: [error: Error];
}

/**
 * Watches the playground, checks the tasks that a save affects, and emits the results. A newer save stops the running
 * check; the tasks that it had left are checked with the new ones.
 */
export class Companion extends EventEmitter<CompanionEvents> {
  private readonly workshop: Workshop;
  private readonly queue = new CheckQueue((request, signal) => this.checkTasks(request, signal));
  private readonly watchers: { close(): Promise<void> }[] = [];
  private runningTask: string | undefined;
  private layout = '';

  constructor(workshop: Workshop) {
    super();
    this.setMaxListeners(0);
    this.workshop = workshop;
  }

  /** Starts watching, and checks the tasks without a result. */
  async open(): Promise<void> {
    const { at } = this.workshop;
    const onProblem = (error: Error) => void this.emit('problem', error);
    this.watchers.push(await watchFiles(at.playground, (paths) => this.onSave(paths), onProblem));
    const folder = dirname(at.progressFile);
    const home = watch(folder, { depth: 0, ignoreInitial: true });
    home.on('error', watchErrorHandler(folder, onProblem));
    home.on('all', (event, path) => {
      if (path === at.progressFile || path === at.layoutLockFile) this.emit('change');
      // The file is removed while a lesson is being laid out: the running check is stopped, and there is nothing to
      // check.
      if (path === at.laidOutFile) this.onLayout(event !== 'unlink');
    });
    await once(home, 'ready');
    this.watchers.push(home);
    this.layout = layoutOf(learnerPosition(this.workshop).progress);
    void this.queue.request({ changed: new Set(), everything: false });
  }

  /** Id of the task whose command is running. */
  get running(): string | undefined {
    return this.runningTask;
  }

  /** Checks all current tasks; resolves when they, and files that were saved meanwhile, are checked. */
  check(): Promise<void> {
    return this.queue.request({ changed: new Set(), everything: true, asked: true });
  }

  /** Stops the running check and stops watching. */
  async close(): Promise<void> {
    await Promise.all([this.queue.close(), ...this.watchers.map((watcher) => watcher.close())]);
  }

  private onSave(paths: ReadonlySet<string>): void {
    this.try(({ lesson, progress }) => {
      // Changes during a layout are checked when it is complete.
      if (!lesson || !isLaidOut(this.workshop)) return;
      const tasks = tasksOfNow(lesson, progressOf(progress, nameOf(lesson)));
      const changed = new Set(
        [...paths].filter(
          (path) => tasks.some((task) => isAffected(task, path)) && isSinceLayout(this.workshop.at, path),
        ),
      );
      if (changed.size === 0) return;
      this.emit('saved', changed);
      void this.queue.request({ changed, everything: false });
    });
  }

  private onLayout(done: boolean): void {
    this.try(({ lesson, progress }) => {
      void this.queue.request({ changed: new Set(), everything: true });
      const layout = layoutOf(progress);
      if (!done || !lesson || layout === this.layout) return;
      this.layout = layout;
      this.emit('lesson', lesson);
    });
  }

  private try(work: (here: ReturnType<typeof learnerPosition>) => void): void {
    try {
      work(learnerPosition(this.workshop));
    } catch (error) {
      this.emit('problem', error as Error);
    }
  }

  private async checkTasks(
    { changed, everything, asked = false }: CheckRequest,
    signal: AbortSignal,
  ): Promise<void> {
    try {
      const { lesson, progress } = learnerPosition(this.workshop);
      if (!lesson || !isLaidOut(this.workshop)) return;
      const known = progressOf(progress, nameOf(lesson));
      const tasks = asked
        ? tasksOfNow(lesson, known)
        : tasksToRun(lesson, known, everything ? 'everything' : changed);
      if (tasks.length > 0) await this.run(lesson, tasks, signal);
      // The save affects no task that may be run, but the learner is told the next step.
      else if (changed.size > 0) this.emit('settled', lesson);
    } catch (error) {
      if (signal.aborted) throw error;
      this.emit('problem', error as Error);
    } finally {
      this.runningTask = undefined;
      this.emit('change');
    }
  }

  private async run(lesson: CourseLesson, tasks: readonly Task[], signal: AbortSignal): Promise<void> {
    await checkTasks(this.workshop, lesson, tasks, {
      signal,
      onStart: (task) => {
        this.runningTask = task.id;
        this.emit('change');
      },
      onResult: (task, result) => {
        this.runningTask = undefined;
        this.emit('result', task, result);
      },
    });
    this.emit('settled', lesson);
  }
}

/** Identifies a layout of the playground. */
function layoutOf({ lesson = '', lessons }: Progress): string {
  return `${lesson} ${lessons[lesson]?.startedAt ?? ''}`;
}
