import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBrokerProcess } from '../broker-process.ts';
import { axes, writeHistory } from './axes.ts';
import { allowed, goal, isWithin, measure, type Cell } from './measure.ts';
import { requests } from './requests.ts';

/**
 * Every request on a short and on a hundred times longer history, one axis at a time.
 * AXES and REQUESTS narrow it down: names, or parts of them, with commas between them.
 */
const chosen = <T extends { readonly name: string }>(all: readonly T[], wanted: string | undefined): T[] =>
  all.filter(({ name }) => !wanted || wanted.split(',').some((part) => name.includes(part.trim())));
const askedAxes = chosen(axes, process.env['AXES']);
const asked = chosen(requests, process.env['REQUESTS']);

const directory = mkdtempSync(join(tmpdir(), 'embedded-broker-growth-'));
process.once('SIGINT', () => process.exit(130));
process.once('exit', () => rmSync(directory, { recursive: true, force: true }));

console.log(
  `goal: with 100 times the history at most ${goal} times as long, or as much as the answer is longer\n`,
);
console.log(`${'axis'.padEnd(26)}${'request'.padEnd(36)}  1 %, ms 100 %, ms   ratio allowed rounds`);
let missed = 0;
let cells = 0;
for (const axis of askedAxes) {
  const small = join(directory, 'small.sqlite');
  const large = join(directory, 'large.sqlite');
  writeHistory(small, axis, axis.size / 100);
  writeHistory(large, axis, axis.size);
  {
    await using smallBroker = await startBrokerProcess(small);
    await using largeBroker = await startBrokerProcess(large);
    for (const request of asked) {
      const cell = await measure({ small: smallBroker.url, large: largeBroker.url }, request);
      cells++;
      if (!isWithin(cell)) missed++;
      if (cell.large > goal * cell.small || !isWithin(cell)) console.log(line(axis.name, request.name, cell));
    }
  }
  for (const path of [small, large])
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
}
console.log(`\n${cells} cells measured, ${missed} above the goal`);
if (missed > 0) process.exitCode = 1;

function line(axis: string, request: string, cell: Cell): string {
  const { small, large, byAnswer, rounds } = cell;
  const verdict = isWithin(cell) ? (byAnswer > 1.1 ? 'good: longer answer' : 'good: noise') : 'MISSED';
  const numbers = [
    small.toFixed(2),
    large.toFixed(2),
    (large / small).toFixed(1),
    allowed(cell).toFixed(1),
    rounds,
  ];
  return `${axis.padEnd(26)}${request.padEnd(36)}${numbers.map((number) => String(number).padStart(9)).join('')}  ${verdict}`;
}
