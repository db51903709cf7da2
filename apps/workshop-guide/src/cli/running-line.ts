import type { Task } from '../course/index.ts';

/** The stream that the line is written to: a terminal or a file. */
export interface Out {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/**
 * Shows which task's command is running. On a terminal the line is cleared when the result is there; elsewhere it
 * stays.
 */
export class RunningLine {
  private readonly out: Out;
  private shown = false;

  constructor(out: Out = process.stdout) {
    this.out = out;
  }

  show({ title, command }: Task): void {
    const line = `  … ${title}  ${command}`;
    if (!this.out.isTTY) {
      this.out.write(`${line}\n`);
      return;
    }
    // Cut to one row: only the row of the cursor can be cleared.
    this.out.write([...line].slice(0, (this.out.columns ?? 80) - 1).join(''));
    this.shown = true;
  }

  /** Clears the line, if one is shown. */
  clear(): void {
    if (this.shown) this.out.write('\r\x1b[2K');
    this.shown = false;
  }
}
