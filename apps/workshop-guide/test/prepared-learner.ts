import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from '../src/processes/index.ts';
import { writeCourse, type WrittenCourse } from './written-course.ts';
import { Learner } from './workshop-process.ts';

/** A learner in a course with a second lesson whose preparation lasts until the test ends it. */
export class PreparedLearner extends Learner {
  private readonly written: WrittenCourse;

  private constructor(written: WrittenCourse) {
    super(written.folder);
    this.written = written;
  }

  static async create(): Promise<PreparedLearner> {
    const prepare = [
      'minutes: 1,',
      "minutes: 1, prepare: { what: 'the shop waits', command: 'cat ../go' },",
    ] as const;
    const learner = new PreparedLearner(await writeCourse({ 'course/02-ask/lesson.ts': prepare }));
    await runProgram('mkfifo', [learner.go]);
    await learner.workshop('start');
    return learner;
  }

  /** Waits until the preparation has started. Closing the handle ends it; writing fails after it was stopped. */
  preparing(): Promise<FileHandle> {
    return open(this.go, 'w');
  }

  override async leave(): Promise<void> {
    await super.leave();
    await this.written[Symbol.asyncDispose]();
  }

  private get go(): string {
    return join(this.folder, 'go');
  }
}
