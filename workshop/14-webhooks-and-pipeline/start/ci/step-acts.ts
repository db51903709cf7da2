// Reads what a step of a workflow runs as a shell would: in whatever order its options stand, and however they are written.
import { parseArgs } from 'node:util';

/** A step of a job, as far as it matters here. */
export interface Step {
  readonly name: string;
  readonly run: string;
}

const services: Readonly<Record<string, string>> = { consumer: 'AdminService', provider: 'UserService' };

/**
 * What a step does, one after the other: `make publish` for each target of make, `ask AdminService production` and
 * `record AdminService production` whichever command does it, `wait AdminService` where a question is asked again. The
 * step's name stands where it deploys: after its questions, before what it records.
 */
export function actsOf({ name, run }: Step): string[] {
  const acts = commandsIn(run).flatMap((words) => [...actsOfMake(words), ...actsOfTooling(words)]);
  const record = acts.findIndex((act) => act.startsWith('record '));
  return acts.toSpliced(record < 0 ? acts.length : record, 0, name);
}

/** The words of each command, without quotes and without variables that are set before it. */
function commandsIn(run: string): string[][] {
  return run
    .replaceAll(/\\\n/g, ' ')
    .split(/\n|&&|\|\||;/)
    .map((line) =>
      (line.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? []).map((word) => word.replaceAll(/["']/g, '')),
    )
    .map((words) => words.slice(words.findIndex((word) => !/^\w+=/.test(word))))
    .filter((words) => words.length > 0 && !words[0]?.startsWith('#'));
}

function actsOfMake([program, ...words]: readonly string[]): string[] {
  if (program !== 'make') return [];
  const environment = words.find((word) => word.startsWith('TO='))?.slice('TO='.length);
  return words
    .filter((word) => /^[a-z-]+$/.test(word))
    .flatMap((target) => {
      const [, recorded, side = ''] = /^(record-)?deploy-(consumer|provider)$/.exec(target) ?? [];
      const who = services[side];
      if (who === undefined) return [`make ${target}`];
      return recorded
        ? [`record ${who} ${environment ?? 'production'}`]
        : [`ask ${who} ${environment ?? '?'}`];
    });
}

function actsOfTooling(words: readonly string[]): string[] {
  const place = words.findIndex((word) => /(^|\/)pact-tooling$/.test(word));
  const [command = '', ...args] = place < 0 ? [] : words.slice(place + 1);
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args,
    strict: false,
    options: {
      pacticipant: { ...text, short: 'a', multiple: true },
      version: { ...text, short: 'e', multiple: true },
      environment: text,
      'to-environment': text,
      'retry-while-unknown': text,
      'retry-interval': text,
    },
  });
  const who = String(values.pacticipant?.[0]);
  if (command === 'record-deployment') return [`record ${who} ${String(values.environment)}`];
  if (command !== 'can-i-deploy') return [];
  const ask = `ask ${who} ${String(values['to-environment'])}`;
  return Number(values['retry-while-unknown']) > 0 ? [ask, `wait ${who}`] : [ask];
}
