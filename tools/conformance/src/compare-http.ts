import type { Broker } from './brokers/broker.ts';
import { startReceiver } from './brokers/receiver.ts';
import type { Outcome } from './compare/judge.ts';
import { outcomes } from './compare/outcomes.ts';
import { runSubject } from './http/run-subject.ts';
import { subjects } from './scenarios/index.ts';

/** Runs every subject against both brokers, one subject after the other. */
export async function compareHttp(official: Broker, embedded: Broker): Promise<readonly Outcome[]> {
  await using officialReceiver = await startReceiver();
  await using embeddedReceiver = await startReceiver();
  const all: Outcome[] = [];
  for (const subject of subjects) {
    const [ofOfficial, ofEmbedded] = await Promise.all([
      runSubject(subject, { broker: official, receiver: officialReceiver }),
      runSubject(subject, { broker: embedded, receiver: embeddedReceiver }),
    ]);
    const found = outcomes(ofOfficial, ofEmbedded);
    console.log(`  ${subject.name}: ${found.length} answers`);
    all.push(...found);
  }
  return all;
}
