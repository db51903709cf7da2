import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBrokerProcess } from '../broker-process.ts';
import { clientOf } from '../client.ts';
import { seed } from '../seed.ts';
import { rateOf, requestBytes } from './load.ts';
import { rows, type Row } from './rows.ts';
import { startCeiling } from './start-ceiling.ts';

// The broker's rate as a share of what Express and SQLite alone reach for the same answers. Each round asks one after the
// other, and the best of all rounds counts: a busy machine can only make one slower. Commands named as arguments are
// measured in turn with this checkout's, e.g. those of an earlier one. ONLY=part of a name, ROUNDS=number.

const rounds = Number(process.env['ROUNDS'] ?? 8);
const versions = 50;
const chosen = rows(String(versions)).filter(({ name }) => name.includes(process.env['ONLY'] ?? ''));

const directory = mkdtempSync(join(tmpdir(), 'embedded-broker-ceiling-'));
process.once('SIGINT', () => process.exit(130));
process.once('exit', () => rmSync(directory, { recursive: true, force: true }));

await using disposables = new AsyncDisposableStack();
const ceiling = disposables.use(await startCeiling(join(directory, 'ceiling.sqlite')));
/** This checkout's broker, then the others. */
const brokers: string[] = [];
for (const [index, command] of [undefined, ...process.argv.slice(2)].entries()) {
  const broker = disposables.use(await startBrokerProcess(join(directory, `${index}.sqlite`), command));
  const client = clientOf(broker.url);
  await seed(client, versions);
  client.close();
  brokers.push(broker.url);
}

const title = (text: string) => text.padStart(10);
console.log(
  [
    'request, connections'.padEnd(36),
    ...['ceiling/s', 'broker/s', 'share', 'goal'].map(title),
    '  verdict',
  ].join(''),
);
let published = 0;
let isMissed = false;
for (const row of chosen) {
  const [best = 0, own = 0, ...others] = await bestRates(row);
  const share = own / best;
  const isReached = share >= row.goal;
  isMissed ||= !isReached;
  const numbers = [best.toFixed(0), own.toFixed(0), share.toFixed(2), row.goal.toFixed(2)];
  const beside = others.map((rate) => `  beside it ${rate.toFixed(0)} (${(rate / best).toFixed(2)})`);
  console.log(
    [
      `${row.name}, ${row.connections}`.padEnd(36),
      ...numbers.map(title),
      isReached ? '  reached' : '  missed',
      ...beside,
    ].join(''),
  );
}
process.exitCode = isMissed ? 1 : 0;

/** The best rates of a row: the ceiling's, then each broker's. */
async function bestRates(row: Row): Promise<number[]> {
  const urls = [ceiling.url, ...brokers];
  const answer = await clientAnswer(row);
  await ceiling.keep(row.path, answer);
  const best = urls.map(() => 0);
  for (let round = -1; round < rounds; round++) {
    const requests = Array.from({ length: row.requests }, () =>
      requestBytes(row.method, row.path, row.body?.(++published)),
    );
    // Each begins as often as the others.
    for (let turn = 0; turn < urls.length; turn++) {
      const index = (turn + round + 1) % urls.length;
      const rate = await rateOf(urls[index] ?? '', row.connections, requests);
      if (round >= 0) best[index] = Math.max(best[index] ?? 0, rate);
    }
  }
  return best;
}

/** What the broker answers. */
async function clientAnswer({ method, path, body }: Row): Promise<string> {
  const client = clientOf(brokers[0] ?? '');
  const given = body && (JSON.parse(body(++published)) as object);
  const { text } = await client.send(method, path, given);
  client.close();
  return text;
}
