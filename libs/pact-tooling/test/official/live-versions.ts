// live-versions.ts OFFICIAL EMBEDDED: sends both brokers, by their URLs, the same questions after the same histories.
// The
// official one says yes although one of several live versions has no result. canIDeploy must not, and must never refuse
// if the embedded broker says yes. Prints a line for each history, and exits with 1 if one is wrong.
import { BrokerSeed } from '@pact-workshop/broker-client/test/broker-seed.ts';
import { canIDeploy, createEnvironment, type Selector } from '../../src/index.ts';
import { History } from './history.ts';
import { named } from './named-histories.ts';
import { randomHistory, randomHistories } from './random-histories.ts';

const [url = '', embeddedUrl = ''] = process.argv.slice(2);
const environment = 'production';
let wrong = 0;

/** The answers of one broker about a version. */
async function verdicts(
  broker: string,
  pacticipant: string,
  version: string,
  ignore: readonly Selector[] = [],
) {
  const question = { broker, environment, pacticipant, version, ignore };
  const [looked, plain] = [
    await canIDeploy(question),
    await canIDeploy({ ...question, checkLiveVersions: false }),
  ];
  return { looked: looked.deployable, plain: plain.deployable, reasons: looked.reasons };
}

function say(name: string, isRight: boolean, what: string): void {
  if (!isRight) wrong += 1;
  if (!isRight || !name.startsWith('random')) console.log(`${isRight ? '✔' : '✖'} ${name}: ${what}`);
}

const official = new BrokerSeed(url);
const own = new BrokerSeed(embeddedUrl);
await createEnvironment({ broker: url, name: environment, production: true });

for (const [i, { name, tell, asked, expected, officialSays, ignore }] of named.entries()) {
  const history = new History(`Named${i}`);
  tell(history);
  await history.replay(official, environment);
  const { pacticipant, version } = history.nameOf(asked);
  const ignored = ignore?.map((one) => history.nameOf(one));
  const { looked, plain, reasons } = await verdicts(url, pacticipant, version, ignored);
  say(
    name,
    looked === expected && plain === officialSays,
    `the broker says ${plain}, with a look at live versions ${looked} (${reasons[0]})`,
  );
}

let refused = 0;
let caught = 0;
for (let seed = 1; seed <= randomHistories; seed++) {
  const history = randomHistory(seed);
  await history.replay(official, environment);
  await history.replay(own, environment);
  for (const asked of history.versions()) {
    const { pacticipant, version } = history.nameOf(asked);
    const there = await verdicts(url, pacticipant, version);
    const here = await verdicts(embeddedUrl, pacticipant, version);
    if (here.looked === true && there.plain === true && there.looked !== true) refused += 1;
    if (there.plain === true && there.looked !== true) caught += 1;
    const isRight = (here.looked === true) === (there.looked === true);
    say(
      `random ${seed}`,
      isRight,
      `${pacticipant} ${version}: embedded ${here.looked}, official ${there.plain}, looked at again ${there.looked}`,
    );
  }
}
console.log(
  `${randomHistories} random histories: ${caught} times a wrong yes was caught, ${refused} false refusals`,
);
process.exitCode = wrong > 0 ? 1 : 0;
