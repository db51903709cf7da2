import type { Broker } from '../brokers/broker.ts';
import type { Receiver } from '../brokers/receiver.ts';
import { mask } from '../compare/mask.ts';
import type { Observation } from '../compare/observation.ts';
import { isFilled, keepFrom, type Kept } from './kept.ts';
import { observe, observeDeliveries, send } from './send.ts';
import type { Step, Subject } from './step.ts';

/** A step and what one broker did. */
export interface Observed {
  readonly step: Step;
  readonly observation: Observation;
  /** The broker does not know the route. */
  readonly unknownRoute: boolean;
}

/** Runs a subject's steps in their order against one broker. */
export async function runSubject(
  subject: Subject,
  {
    broker,
    receiver,
    beforeStep,
  }: {
    readonly broker: Broker;
    readonly receiver: Receiver;
    readonly beforeStep?: () => Promise<void>;
  },
): Promise<readonly Observed[]> {
  const urls = { '<broker>': broker.url, '<receiver>': receiver.url };
  let kept: Kept = { receiver: receiver.url, broker: broker.url };
  const observed: Observed[] = [];
  for (const step of subject.steps) {
    await beforeStep?.();
    if (step.deliveries !== undefined) {
      const seen = await observeDeliveries(receiver, step.path, step.deliveries);
      observed.push({ step, observation: mask(seen, { urls }) as Observation, unknownRoute: false });
      continue;
    }
    if (!isFilled(step.path, kept)) {
      const observation = { status: `not asked: an earlier answer lacks what ${step.path} needs` };
      observed.push({ step, observation, unknownRoute: true });
      continue;
    }
    const answer = await send(broker.url, step, kept);
    kept = { ...kept, ...keepFrom(answer, step.keep ?? {}) };
    observed.push({
      step,
      observation: mask(observe(answer, step.compares), { urls }) as Observation,
      unknownRoute: answer.status === 404 && answer.text.includes('The requested document was not found'),
    });
  }
  return observed;
}
