import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBrokerProcess } from './broker-process.ts';
import { clientOf, type Client } from './client.ts';
import { reads, type Read } from './reads.ts';
import { seed } from './seed.ts';

const rounds = 200;
const small = 50;
const large = 500;

/** The same reads on a small and on a ten times larger history, turn by turn, so that noise meets both. */
const directory = mkdtempSync(join(tmpdir(), 'embedded-broker-bench-'));
process.once('SIGINT', () => process.exit(130));
process.once('exit', () => rmSync(directory, { recursive: true, force: true }));

const seeded = async (versions: number) => {
  const db = join(directory, `${versions}.sqlite`);
  process.stderr.write(`seeding ${versions} versions of 20 consumers …\n`);
  await using broker = await startBrokerProcess(db);
  const client = clientOf(broker.url);
  const { publicationsPerSecond } = await seed(client, versions);
  client.close();
  console.log(
    `${versions} versions: ${publicationsPerSecond.toFixed(0)} publish requests/s (3 contracts each), memory ${mb(broker.memory())}`,
  );
  return db;
};
const dbs = { small: await seeded(small), large: await seeded(large) };

await using one = await startBrokerProcess(dbs.small);
await using ten = await startBrokerProcess(dbs.large);
console.log(
  `start to first answer: ${one.startMs.toFixed(0)} ms, with ten times the history ${ten.startMs.toFixed(0)} ms\n`,
);
const clients = { one: clientOf(one.url), ten: clientOf(ten.url) };
const last = { one: reads(String(small)), ten: reads(String(large)) };

console.log(`${'read'.padEnd(40)} ${'median'.padStart(9)} ${'at 10×'.padStart(9)}  ratio`);
for (const [index, read] of last.one.entries()) {
  const [fast, slow] = await medians([clients.one, read], [clients.ten, last.ten[index] as Read]);
  console.log(`${read.name.padEnd(40)} ${ms(fast)} ${ms(slow)}  ${(slow / fast).toFixed(2)}`);
}
console.log(`\nmemory after the run: ${mb(one.memory())}, at 10×: ${mb(ten.memory())}`);
clients.one.close();
clients.ten.close();

async function medians(...asked: [Client, Read][]): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let round = -20; round < rounds; round++) {
    for (const [index, [client, { method, path, body, accept }]] of asked.entries()) {
      const timed = await client.send(method, path, body, accept);
      if (round >= 0) times[index as 0 | 1].push(timed.ms);
    }
  }
  return times.map((list) => list.toSorted((a, b) => a - b)[rounds >> 1] ?? 0) as [number, number];
}

function ms(value: number): string {
  return `${value.toFixed(2)} ms`.padStart(9);
}

function mb(value: number | undefined): string {
  return value === undefined ? 'unknown' : `${value.toFixed(0)} MB`;
}
