import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { startBrokerProcess, type BrokerProcess } from '../broker-process.ts';
import { writeHistory } from './history.ts';
import { measure } from './measure.ts';
import { publishLargePacts } from './publishing.ts';
import type { Row } from './row.ts';
import { contentRows } from './rows-contents.ts';
import { historyRows } from './rows-history.ts';
import { processRows } from './rows-processes.ts';
import { runCommand } from './run-command.ts';
import { senderTo, type Sender } from './send.ts';
import { heading, line, type Line } from './table.ts';
import { watchHeartbeat } from './watch.ts';

// How long a heartbeat waits at most while something heavy goes on: another process asks for it every 20 ms. ONLY=part of
// a name, ROUNDS=number at most (the worst counts), SIZE=megabytes of contents in the history.

const rounds = Number(process.env['ROUNDS'] ?? 3);
const megabytes = Number(process.env['SIZE'] ?? 500);
const chosen = [...contentRows, ...historyRows, ...processRows].filter(({ name }) =>
  name.includes(process.env['ONLY'] ?? ''),
);
/** What the machine does by itself. */
const idle: Row = {
  name: 'nothing',
  prepare: () => async () => {
    await after(1_000);
    return { ms: 1_000 };
  },
};
const goalMs = 50;

const interrupted = new Promise<'interrupted'>((resolve) =>
  process.once('SIGINT', () => resolve('interrupted')),
);
const directory = mkdtempSync(join(tmpdir(), 'embedded-broker-stalls-'));
process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
{
  await using disposables = new AsyncDisposableStack();
  const db = join(directory, 'broker.sqlite');
  progress(`writing a history of ${megabytes} MB`);
  writeHistory(db, megabytes);
  const broker = disposables.use(await startBrokerProcess(db));
  const measuring = measureAll(db, broker, disposables);
  const isMissed = await Promise.race([measuring, interrupted]);
  // What is under way fails when its broker goes away.
  measuring.catch(() => undefined);
  process.exitCode = isMissed === 'interrupted' ? 130 : isMissed ? 1 : 0;
}
process.exit();

/** Prints the row of each; returns whether a goal is missed. */
async function measureAll(
  db: string,
  broker: BrokerProcess,
  disposables: AsyncDisposableStack,
): Promise<boolean> {
  const sender = disposables.adopt(senderTo(broker.url), (it) => it.close());
  const send: Sender['send'] = (asked) => sender.send(asked);
  progress('publishing pacts and a result of 5 MB');
  const place = { send, command: runCommand, db, directory, ...(await publishLargePacts(send)) };
  const watch = disposables.use(watchHeartbeat(broker.url));
  console.log(heading);
  let isMissed = false;
  for (const row of [idle, ...chosen]) {
    const measured = await measure(row, place, watch, { rounds, onRound: progress });
    const lines: Line[] = [{ name: row.name, ...measured, goalMs }];
    if (row.goalMs !== undefined)
      lines.push({
        name: '  by itself',
        tookMs: measured.tookMs,
        maxMs: measured.tookMs,
        goalMs: row.goalMs,
      });
    for (const one of lines) {
      console.log(line(one));
      isMissed ||= one.maxMs > one.goalMs;
    }
  }
  console.log(
    `\n${megabytes} MB of contents; memory of the broker after all: ${broker.memory()?.toFixed(0) ?? 'unknown'} MB`,
  );
  return isMissed;
}

function progress(text: string): void {
  console.error(`  ${text}`);
}
