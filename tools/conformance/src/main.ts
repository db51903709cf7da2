import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { installOfficialBroker, OfficialBrokerAbsent } from '@pact-workshop/official-broker';
import { skip } from '@pact-workshop/requirements';
import { startEmbedded } from './brokers/embedded.ts';
import { startOfficial } from './brokers/official.ts';
import { compareCommands } from './compare-commands.ts';
import { compareHttp } from './compare-http.ts';
import { judge, type Outcome } from './compare/judge.ts';
import type { Broker } from './brokers/broker.ts';
import { acceptedDifferences, comparedDifferences } from './accepted-differences/index.ts';
import { withDifferences } from './report/broker-page.ts';
import { faults } from './report/console.ts';
import { markdown } from './report/markdown.ts';

const docs = (name: string) => fileURLToPath(new URL(`../../../docs/${name}`, import.meta.url));
const byRoute = docs('broker-api.md');
const bySubject = docs('broker.md');

/** Runs a comparison on two brokers with empty databases. */
async function withFreshBrokers(
  compare: (official: Broker, embedded: Broker) => Promise<readonly Outcome[]>,
): Promise<readonly Outcome[]> {
  await using official = await startOfficial();
  await using embedded = await startEmbedded();
  return await compare(official, embedded);
}

try {
  await installOfficialBroker();
  console.log('Asking the official broker and the embedded one the same:');
  // Side by side: most of the time is spent waiting for the official broker.
  const found = await Promise.all([withFreshBrokers(compareHttp), withFreshBrokers(compareCommands)]);
  const outcomes = found.flat();
  const verdict = judge(outcomes, comparedDifferences);
  await writeFile(byRoute, markdown(outcomes, comparedDifferences));
  await writeFile(bySubject, withDifferences(await readFile(bySubject, 'utf8'), acceptedDifferences));
  const wrong = verdict.unlisted.length + verdict.gone.length;
  if (wrong > 0) console.error(`\n${faults(verdict)}\n\n${wrong} findings that nobody listed.`);
  else console.log('Nothing differs but what is meant to.');
  console.log(
    'The comparison by route is in docs/broker-api.md, the differences by subject are in docs/broker.md.',
  );
  process.exitCode = wrong > 0 ? 1 : 0;
} catch (error) {
  if (!(error instanceof OfficialBrokerAbsent)) throw error;
  skip('the comparison with the official broker', error.message);
}
