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

/** Does the same to both brokers at the same pace, and pairs what they answered. */
export async function compare(subject: Subject, brokers: Brokers): Promise<readonly Answered[]> {
  const { official, embedded, receiver } = brokers;
  const beforeStep = meeting();
  const [ofOfficial, ofEmbedded] = await Promise.all([
    runSubject(subject, { broker: official, receiver, beforeStep }),
    runSubject(subject, { broker: embedded, receiver, beforeStep }),
  ]);
  return ofOfficial.map(({ step, observation }, index) => {
    const other = ofEmbedded[index]?.observation ?? {};
    return { step, official: observation, embedded: other, differences: differences(observation, other) };
  });
}

/** A point at which each of two waits for the other: what is done a minute later is so for both. */
function meeting(): () => Promise<void> {
  let other: (() => void) | undefined;
  return () =>
    new Promise((resolve) => {
      if (other === undefined) {
        other = resolve;
        return;
      }
      other();
      other = undefined;
      resolve();
    });
}
