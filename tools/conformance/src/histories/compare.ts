import type { Broker } from '../brokers/broker.ts';
import type { Receiver } from '../brokers/receiver.ts';
import { differences, type Difference } from '../compare/differences.ts';
import type { Observation } from '../compare/observation.ts';
import { runSubject } from '../http/run-subject.ts';
import type { Step, Subject } from '../http/step.ts';

/** What both brokers answered to one request of a history. */
export interface Answered {
  readonly step: Step;
  readonly official: Observation;
  readonly embedded: Observation;
  readonly differences: readonly Difference[];
}

/** The brokers that are compared. */
export interface Brokers {
  readonly official: Broker;
  readonly embedded: Broker;
  readonly receiver: Receiver;
}

/** Does the same to both brokers, and pairs what they answered. */
export async function compare(subject: Subject, brokers: Brokers): Promise<readonly Answered[]> {
  const { official, embedded, receiver } = brokers;
  const [ofOfficial, ofEmbedded] = await Promise.all([
    runSubject(subject, { broker: official, receiver }),
    runSubject(subject, { broker: embedded, receiver }),
  ]);
  return ofOfficial.map(({ step, observation }, index) => {
    const other = ofEmbedded[index]?.observation ?? {};
    return { step, official: observation, embedded: other, differences: differences(observation, other) };
  });
}
