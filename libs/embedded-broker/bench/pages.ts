import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startBrokerProcess } from './broker-process.ts';
import { clientOf, type Client } from './client.ts';
import { commit } from './pages-contents.ts';
import { consumerName, integrations, providerName, seedPages, sidesOf } from './pages-seed.ts';

/** Builds of each consumer: the history that is asked for, and a tenth of it. */
const long = 40;
const short = 4;
const rounds = 200;

/** A page, of another integration each time it is asked for, so that little is found in caches. */
interface PageAsked {
  readonly name: string;
  path(round: number, versions: number): string;
}

const sides = (round: number) => {
  const { consumer, provider } = sidesOf((round * 37) % integrations);
  return { consumer: consumerName(consumer), provider: providerName(provider) };
};
const of = (round: number) => `provider/${sides(round).provider}/consumer/${sides(round).consumer}`;
const pages: readonly PageAsked[] = [
  { name: 'overview', path: () => '/' },
  { name: 'overview, page 7', path: () => '/?page=7' },
  { name: 'overview, what was verified last', path: () => '/?sort=verified&order=desc' },
  { name: 'overview, one team in production', path: () => '/?label=team-3&environment=production' },
  { name: 'pacticipant (consumer)', path: (round) => `/pacticipants/${sides(round).consumer}` },
  { name: 'pacticipant (provider)', path: (round) => `/pacticipants/${sides(round).provider}` },
  { name: 'integration', path: (round) => `/dashboard/${of(round)}` },
  { name: 'latest pact', path: (round) => `/pacts/${of(round)}/latest` },
  {
    name: 'pact of a version',
    path: (round, versions) =>
      `/pacts/${of(round)}/version/${commit(sides(round).consumer, round % versions)}`,
  },
  {
    name: 'verification result',
    path: (round) =>
      `/pacts/${of(round)}/version/${commit(sides(round).consumer, 0)}/verification-results/latest`,
  },
  {
    name: 'two pacts compared',
    path: (round, versions) =>
      `/pacts/${of(round)}/compare?from=${commit(sides(round).consumer, 0)}&to=${commit(sides(round).consumer, versions - 1)}`,
  },
  { name: 'matrix', path: (round) => `/matrix/${of(round)}` },
  {
    name: 'can I deploy?',
    path: (round) =>
      `/can-i-deploy?pacticipant=${sides(round).consumer}&version=${commit(sides(round).consumer, 0)}&environment=production`,
  },
  { name: 'environment', path: () => '/environments/production' },
  { name: 'network', path: () => '/network' },
  { name: 'network around one', path: (round) => `/network?pacticipant=${sides(round).consumer}` },
  { name: 'search', path: (round) => `/search?q=${(round * 37 + 256).toString(16)}` },
];

const directory = mkdtempSync(join(tmpdir(), 'embedded-broker-bench-pages-'));
process.once('SIGINT', () => process.exit(130));
process.once('exit', () => rmSync(directory, { recursive: true, force: true }));

const seeded = (versions: number) => {
  const db = join(directory, `${versions}.sqlite`);
  const start = performance.now();
  const { pacts, results } = seedPages(db, versions);
  console.log(
    `${integrations} integrations, ${pacts} pacts, ${results} results (seeded in ${((performance.now() - start) / 1000).toFixed(1)} s)`,
  );
  return db;
};
await using large = await startBrokerProcess(seeded(long));
await using small = await startBrokerProcess(seeded(short));
const clients = { large: clientOf(large.url), small: clientOf(small.url) };

console.log(
  `\n${'page'.padEnd(34)} ${'median'.padStart(9)} ${'p99'.padStart(9)} ${'at 1/10'.padStart(9)} ${'cpu'.padStart(9)} ${'size'.padStart(9)} ${'gzipped'.padStart(9)}`,
);
for (const page of pages) {
  const times: { large: number[]; small: number[] } = { large: [], small: [] };
  let text = '';
  let cpu: number | undefined;
  for (let round = -10; round < rounds; round++) {
    const ask = (client: Client, versions: number) =>
      client.send('GET', page.path(Math.abs(round), versions), undefined, 'text/html');
    const answers = { large: await ask(clients.large, long), small: await ask(clients.small, short) };
    if (answers.large.text.length > text.length) text = answers.large.text;
    if (round < 0) {
      cpu = large.cpu();
      continue;
    }
    times.large.push(answers.large.ms);
    times.small.push(answers.small.ms);
  }
  console.log(
    [
      page.name.padEnd(34),
      ms(quantile(times.large, 0.5)),
      ms(quantile(times.large, 0.99)),
      ms(quantile(times.small, 0.5)),
      cpu === undefined ? '' : ms(((large.cpu() ?? 0) - cpu) / rounds),
      kb(Buffer.byteLength(text)),
      kb(gzipSync(text).length),
    ].join(' '),
  );
}
console.log(`\nmemory after the run: ${large.memory()?.toFixed(0) ?? 'unknown'} MB`);
clients.large.close();
clients.small.close();

function quantile(times: readonly number[], part: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? 0;
}

function ms(value: number): string {
  return `${value.toFixed(2)} ms`.padStart(9);
}

function kb(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
}
