import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBrokerProcess } from '../broker-process.ts';
import { clientOf, type Client } from '../client.ts';
import { seed } from '../seed.ts';
import { requests, type Asked } from './requests.ts';

// How many times as fast the broker answers as the official one at OFFICIAL_BROKER_URL. Both have the same history, and are
// asked in turn, request by request: neither gets warm alone. ONLY=part of a name, ROUNDS=number.

const rounds = Number(process.env['ROUNDS'] ?? 40);
const versions = 10;
const official = clientOf(process.env['OFFICIAL_BROKER_URL'] ?? '');

const directory = mkdtempSync(join(tmpdir(), 'embedded-broker-official-'));
process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
await using broker = await startBrokerProcess(join(directory, 'broker.sqlite'));
const own = clientOf(broker.url);

await official.send('POST', '/environments', {
  name: 'production',
  displayName: 'Production',
  production: true,
});
for (const client of [official, own]) await seed(client, versions);

const title = (text: string) => text.padStart(12);
console.log(
  ['request'.padEnd(36), ...['official', 'embedded', 'times', 'goal'].map(title), '  verdict'].join(''),
);
let isMissed = false;
for (const asked of requests(String(versions), Date.now().toString(36))) {
  if (!asked.name.includes(process.env['ONLY'] ?? '')) continue;
  const [theirs, ours] = await medians(asked);
  const times = theirs / ours;
  isMissed ||= times < asked.goal;
  const numbers = [`${theirs.toFixed(2)} ms`, `${ours.toFixed(2)} ms`, times.toFixed(1), String(asked.goal)];
  console.log(
    [asked.name.padEnd(36), ...numbers.map(title), times < asked.goal ? '  missed' : '  reached'].join(''),
  );
}
official.close();
own.close();
process.exitCode = isMissed ? 1 : 0;

/** The medians of both brokers, asked in turn. */
async function medians({ method, path, body, accept }: Asked): Promise<[number, number]> {
  const times = new Map<Client, number[]>([
    [official, []],
    [own, []],
  ]);
  for (let round = 0; round < rounds; round++) {
    for (const [client, list] of times)
      list.push((await client.send(method, path, body?.(round), accept)).ms);
  }
  return [...times.values()].map((list) => list.toSorted((a, b) => a - b)[rounds >> 1] ?? 0) as [
    number,
    number,
  ];
}
