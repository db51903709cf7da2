import type { MirrorProgress } from '@pact-workshop/broker-mirror';
import { SingleBar } from 'cli-progress';

/** Shows how far the mirror is. */
export interface ProgressDisplay {
  show(step: MirrorProgress): void;
  /** Says something in between. */
  say(text: string): void;
  end(): void;
}

const phaseTexts = {
  reading: 'Reading both brokers …',
  carrying: 'Copying versions, pacts and results …',
  comparing: 'Comparing both brokers …',
} satisfies Record<MirrorProgress['phase'], string>;

/** A bar on a terminal; elsewhere a line for each phase and each tenth of the work. */
export function progressDisplay(stream: NodeJS.WriteStream): ProgressDisplay {
  const say = (text: string) => void stream.write(`${text}\n`);
  return stream.isTTY ? bar(stream, say) : lines(say);
}

function bar(stream: NodeJS.WriteStream, say: (text: string) => void): ProgressDisplay {
  const format = '{bar} {percentage} % | {value} of {total} | {eta_formatted} left';
  const single = new SingleBar({ format, stream, hideCursor: true, clearOnComplete: true });
  let phase: string | undefined;
  return {
    show: (step) => {
      if (step.phase !== phase) {
        single.stop();
        say(phaseTexts[step.phase]);
        if (step.total > 0) single.start(step.total, 0);
      } else single.update(step.done);
      phase = step.phase;
    },
    say: (text) => say(`\n${text}`),
    end: () => single.stop(),
  };
}

function lines(say: (text: string) => void): ProgressDisplay {
  let phase: string | undefined;
  let tenth = 0;
  return {
    show: ({ phase: current, done, total }) => {
      if (current !== phase) say(phaseTexts[current]);
      phase = current;
      const now = total === 0 ? 0 : Math.floor((10 * done) / total);
      if (now > tenth) say(`  ${done} of ${total}`);
      tenth = now;
    },
    say,
    end: () => undefined,
  };
}
