import { runCommand, type CommandResult } from '../../processes/index.ts';
import { usualLimitMs } from '../time-limit.ts';
import type { CheckOptions } from './check-options.ts';

/** A broker of its own for each command that needs one, on a free port: lessons are checked side by side. */
export const commandSettings = { PACT_BROKER_PORT: '0' };

/** What was run in one state of a lesson, so that a text's blocks are compared with it rather than run once more. */
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

  /** Runs a command and keeps what came of it; one that does not end counts as failed. */
  async run(command: string, limitMs = usualLimitMs): Promise<CommandResult> {
    const { signal, onProgress } = this.options;
    onProgress?.(`${this.stage}: ${command}`);
    const ended = await runCommand(this.folder, command, { signal, env: commandSettings, limitMs });
    // Without what it printed: that must not pass for the reason it should end with.
    const result = ended.outOfTime
      ? { ...ended, output: `It did not end within ${limitMs / 1000} s.` }
      : ended;
    this.entries.push({ command, result });
    return result;
  }

  /** From here on, results are given from the first. */
  rewind(): void {
    this.next = 0;
  }

  /** What came of a command, each time the next that was run like this; it is run where there was none. */
  async resultOf(command: string): Promise<CommandResult> {
    const found = this.entries.findIndex((entry, index) => index >= this.next && entry.command === command);
    const entry = this.entries[found];
    if (!entry) return this.run(command);
    this.next = found + 1;
    return entry.result;
  }
}
