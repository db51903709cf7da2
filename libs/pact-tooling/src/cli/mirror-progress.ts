import type { MirrorProgress } from '@pact-workshop/broker-mirror';
import { Listr, ListrLogger, ProcessOutput } from 'listr2';
import { progressText } from './progress-text.ts';

type Phase = MirrorProgress['phase'];

/** Shows how far a mirror run is. */
export interface ProgressDisplay {
  show(step: MirrorProgress): void;
  /** Shows a text, which replaces the progress of the current phase. */
  say(text: string): void;
  /**
   * Ends the display. Nothing is written after it.
   * @param isComplete whether the current phase was completed
   */
  end(isComplete: boolean): Promise<void>;
}

const titles: Readonly<Record<Phase, string>> = {
  reading: 'Read both brokers',
  carrying: 'Copy versions, pacts and results',
  comparing: 'Compare both brokers',
};

/**
 * A list of the phases, which changes in place on a terminal. Elsewhere it has a line for the start and the end of each
 * phase, and for each tenth of the work.
 * @param phases all phases of the run, in their order
 */
export function progressDisplay(stream: NodeJS.WriteStream, phases: readonly Phase[]): ProgressDisplay {
  const isTerminal = stream.isTTY && process.stdout.isTTY;
  const ends = new Map(phases.map((phase) => [phase, handledLater()]));
  let run: Promise<unknown> | undefined;
  let current: Phase | undefined;
  let textOf = progressText(isTerminal);
  let text: string | undefined;
  let notice: string | undefined;
  let task: { output: string } | undefined;

  const start = () => {
    const tasks = phases.map((phase) => ({
      title: titles[phase],
      task: (_: unknown, started: { output: string }) => {
        task = started;
        write(text);
        return ends.get(phase)?.promise;
      },
    }));
    const logger = new ListrLogger({ processOutput: new ProcessOutput(stream, stream) });
    const list = new Listr(tasks, {
      renderer: 'default',
      rendererOptions: { logger, showErrorMessage: false },
      fallbackRenderer: 'simple',
      fallbackRendererOptions: { logger },
      fallbackRendererCondition: !isTerminal,
      registerSignalListeners: false,
    });
    return list.run().catch(() => undefined);
  };
  const write = (next: string | undefined) => {
    text = next;
    if (task && text !== undefined) task.output = text;
  };

  return {
    show: (step) => {
      run ??= start();
      if (step.phase !== current) {
        if (current) ends.get(current)?.resolve();
        current = step.phase;
        [task, text, textOf] = [undefined, undefined, progressText(isTerminal)];
      }
      const next = notice ?? textOf(step);
      if (next !== undefined && next !== text) write(next);
    },
    say: (said) => {
      notice = said;
      write(said);
    },
    end: async (isComplete) => {
      const end = current && ends.get(current);
      if (isComplete) end?.resolve();
      else end?.reject(new Error('not completed'));
      await run;
    },
  };
}

/** A promise that may be rejected before it is awaited. */
function handledLater(): PromiseWithResolvers<void> {
  const later = Promise.withResolvers<void>();
  later.promise.catch(() => undefined);
  return later;
}
