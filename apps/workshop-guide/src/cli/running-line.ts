import type { Task } from '../course/index.ts';

/** Where the line goes: the standard output, as a terminal or a file. */
export interface Out {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/**
 * Says which task's command runs now, so that nobody wonders what takes so long. On a terminal the line makes way for the
 * result; elsewhere it stays.
 */
export class RunningLine {
  readonly #out: Out;
  #shown = false;

  constructor(out: Out = process.stdout) {
    this.#out = out;
  }

  show({ title, command }: Task): void {
    const line = `  … ${title}  ${command}`;
    if (!this.#out.isTTY) {
      this.#out.write(`${line}\n`);
      return;
    }
    // Cut to one row: only the row that the cursor is in can be taken back.
    this.#out.write([...line].slice(0, (this.#out.columns ?? 80) - 1).join(''));
    this.#shown = true;
  }

  /** Takes the line back, if there is one to take back. */
  clear(): void {
    if (this.#shown) this.#out.write('\r\x1b[2K');
    this.#shown = false;
  }
}
