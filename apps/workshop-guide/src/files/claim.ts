import { readFileSync, rmSync } from 'node:fs';
import type { z } from 'zod';
import { whileLocked } from './lock.ts';
import { isRunning, ownMark, processMark, type ProcessMark } from './process-mark.ts';
import { writeWhole } from './write-whole.ts';

/** Something that one process at a time has, for as long as it likes: a file says which one, and what it does with it. */
export class Claim<T extends object> {
  readonly file: string;
  readonly #schema: z.ZodType<T>;

  /** @param schema of what is told about the holder */
  constructor(file: string, schema: z.ZodType<T>) {
    this.file = file;
    this.#schema = schema;
  }

  /** Who has it; undefined when nobody does, or whoever had it ended without giving it back. */
  holder(): (ProcessMark & T) | undefined {
    try {
      const content: unknown = JSON.parse(readFileSync(this.file, 'utf8'));
      const [mark, about] = [processMark.parse(content), this.#schema.parse(content)];
      return isRunning(mark) ? { ...about, ...mark } : undefined;
    } catch {
      return undefined;
    }
  }

  /**
   * Takes it, unless somebody has it.
   * @returns who has it; undefined when it was taken
   */
  take(about: T): Promise<(ProcessMark & T) | undefined> {
    return whileLocked(`${this.file}.lock`, () => {
      const holder = this.holder();
      if (!holder) this.tell(about);
      return holder;
    });
  }

  /** Tells something else about the holder. Only for who has it. */
  tell(about: T): void {
    writeWhole(this.file, `${JSON.stringify({ ...about, ...ownMark() })}\n`);
  }

  /** Gives it back. Only for who has it. */
  giveBack(): void {
    rmSync(this.file, { force: true });
  }
}
