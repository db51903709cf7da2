import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../bin/workshop.mjs', import.meta.url));
export const miniatureCourse = fileURLToPath(new URL('./miniature-course', import.meta.url));

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A learner who runs commands in a temporary folder. */
export class Learner {
  readonly folder = mkdtempSync(join(tmpdir(), 'workshop-learner-'));
  readonly playground = join(this.folder, 'playground');
  private readonly course: string;
  private readonly running: RunningWorkshop[] = [];

  constructor(course = miniatureCourse) {
    this.course = course;
  }

  /** Runs a command to its end. */
  async workshop(...args: string[]): Promise<Finished> {
    const running = this.open(...args);
    const [code] = (await once(running.process, 'close')) as [number | null];
    return { code, stdout: running.stdout, stderr: running.stderr };
  }

  /** Starts a command that keeps running. */
  open(...args: string[]): RunningWorkshop {
    const folders = ['--course', this.course, '--playground', this.playground];
    const running = new RunningWorkshop(
      ['--disable-warning=ExperimentalWarning', bin, ...folders, ...args],
      this.folder,
    );
    this.running.push(running);
    return running;
  }

  /** Starts a command that keeps running, on a terminal (by the program `script` of util-linux). */
  openOnTerminal(...args: string[]): RunningWorkshop {
    const node = [process.execPath, '--disable-warning=ExperimentalWarning', bin];
    const folders = ['--course', this.course, '--playground', this.playground];
    const command = [...node, ...folders, ...args].map((one) => `'${one}'`).join(' ');
    const running = new RunningWorkshop(
      ['--quiet', '--return', '--command', command, '/dev/null'],
      this.folder,
      'script',
    );
    this.running.push(running);
    return running;
  }

  /** Ends running commands and removes the folder. */
  async leave(): Promise<void> {
    for (const running of this.running) await running.end('SIGTERM');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A running command and its output. */
export class RunningWorkshop {
  readonly process: ChildProcess;
  stdout = '';
  /** The whole standard output. */
  all = '';
  stderr = '';
  private notify: () => void = () => undefined;

  constructor(args: readonly string[], cwd: string, program = process.execPath) {
    // Brokers use free ports, since another one may run on this machine.
    const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], PACT_BROKER_PORT: '0' };
    this.process = spawn(program, args, { cwd, env });
    this.process.stdout?.on('data', (chunk: Buffer) => {
      this.stdout += chunk.toString('utf8');
      this.all += chunk.toString('utf8');
      this.notify();
    });
    this.process.stderr?.on('data', (chunk: Buffer) => (this.stderr += chunk.toString('utf8')));
    this.process.once('close', () => this.notify());
  }

  /** Waits for a text in the standard output, and drops the output up to it. */
  async until(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const match = pattern.exec(this.stdout);
      if (match) {
        this.stdout = this.stdout.slice(match.index + match[0].length);
        return match;
      }
      if (this.process.exitCode !== null) throw new Error(`the command ended: ${this.stdout}${this.stderr}`);
      await new Promise<void>((resolve) => (this.notify = resolve));
    }
  }

  /** Sends a signal, and waits for the end; returns the exit code. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      this.process.kill(signal);
      await once(this.process, 'close');
    }
    return this.process.exitCode;
  }
}
