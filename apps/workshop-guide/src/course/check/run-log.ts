import { runCommand, type CommandResult } from '../../processes/index.ts';
import { runTask, type TaskRun } from '../judging/index.ts';
import type { Task } from '../lesson.ts';
import type { CourseLesson } from '../load-course.ts';
import { defaultLimitMs } from '../time-limit.ts';
import type { CheckOptions } from './check-options.ts';

/** Each command that needs a broker starts one on a free port, since lessons are checked in parallel. */
export const commandSettings = { PACT_BROKER_PORT: '0' };

/**
 * The commands that were run in one state of a lesson, so that a text's blocks are compared without running them again.
 */
export class RunLog {
  readonly stage: string;
  private readonly folder: string;
  private readonly options: CheckOptions;
  private readonly entries: { readonly command: string; readonly result: CommandResult }[] = [];
  private next = 0;

  constructor(folder: string, stage: string, options: CheckOptions) {
    this.folder = folder;
    this.stage = stage;
    this.options = options;
  }

  /** Runs a command and keeps its result; a command that does not end counts as failed. */
  async run(command: string, limitMs = defaultLimitMs): Promise<CommandResult> {
    const { signal, onProgress } = this.options;
    onProgress?.(`${this.stage}: ${command}`);
    const ended = await runCommand(this.folder, command, { signal, env: commandSettings, limitMs });
    // Without the output, which must not be taken for the expected reason.
    const result = ended.outOfTime
      ? { ...ended, output: `It did not end within ${limitMs / 1000} s.` }
      : ended;
    this.entries.push({ command, result });
    return result;
  }

  /** Runs the command of a task, judges the task, and keeps the result. */
  async runTask(lesson: CourseLesson, task: Task): Promise<TaskRun> {
    const { signal, onProgress } = this.options;
    onProgress?.(`${this.stage}: ${task.command}`);
    const result = await runTask(this.folder, lesson, task, { signal, env: commandSettings });
    this.entries.push({ command: task.command, result });
    return result;
  }

  /** The next result of a command; the command is run when there is none. */
  async resultOf(command: string): Promise<CommandResult> {
    const found = this.entries.findIndex((entry, index) => index >= this.next && entry.command === command);
    const entry = this.entries[found];
    if (!entry) return this.run(command);
    this.next = found + 1;
    return entry.result;
  }
}
