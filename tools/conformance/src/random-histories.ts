import { parseArgs } from 'node:util';
import {
  installOfficialBroker,
  OfficialBrokerAbsent,
  startOfficialBroker,
} from '@pact-workshop/official-broker';
import { skip } from '@pact-workshop/requirements';
import { startEmbedded } from './brokers/embedded.ts';
import { compareHistories } from './compare-histories.ts';
import { longHistory, shortHistory } from './histories/history.ts';
import type { Plan } from './histories/run.ts';

const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '1000' },
    long: { type: 'string', default: '3' },
    every: { type: 'string', default: '3' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});

function whole(name: keyof typeof values): number {
  if (!/^\d+$/.test(values[name])) throw new Error(`--${name} has to be a whole number: ${values[name]}`);
  return Number(values[name]);
}

const seed = whole('seed');
const plans: readonly Plan[] = [
  {
    ...{ name: 'short histories', histories: shortHistory, count: whole('histories') },
    ...{ seed, shrinks: true },
  },
  {
    ...{ name: 'long histories', histories: longHistory(60, whole('every')), count: whole('long') },
    ...{ seed, shrinks: false },
  },
];

try {
  await installOfficialBroker();
  console.log(`Doing the same at random to the official broker and the embedded one, seed ${seed}:`);
  const begin = Date.now();
  // A version counts as new however long a history takes: the first tag of a new version is its branch.
  const patience = 24 * 60 * 60;
  await using official = await startOfficialBroker({
    PACT_BROKER_USE_FIRST_TAG_AS_BRANCH_TIME_LIMIT: String(patience),
  });
  await using embedded = await startEmbedded({ useFirstTagAsBranchTimeLimit: patience });
  const found = await compareHistories(plans, official, embedded);
  const seconds = Math.round((Date.now() - begin) / 1_000);
  const said =
    found > 0
      ? `${found} differences that nobody documented.`
      : 'Nothing differs but what docs/broker.md tells of.';
  console.log(`${said} It took ${seconds} s.`);
  process.exitCode = found > 0 ? 1 : 0;
} catch (error) {
  if (!(error instanceof OfficialBrokerAbsent)) throw error;
  skip('random histories on both brokers', error.message);
}
