import { PactToolingError } from '@pact-workshop/broker-client';
import type { PactDocument, PactInteraction } from './pact-document.ts';

/** Two interactions that nobody can tell apart: the later one would take the earlier one's place. */
export class DuplicateInteractionError extends PactToolingError {
  constructor({ source }: PactDocument, { description, states }: PactInteraction) {
    const given = states
      .map(({ name, params }) => (params === '' ? `"${name}"` : `"${name}" ${params}`))
      .join(' and ');
    super(
      `${source} has two interactions "${description}"${given === '' ? '' : ` given ${given}`}. Description and ` +
        'provider states together must be unique, or one hides the other: give one of them another description.',
    );
  }
}

/** @throws DuplicateInteractionError when two interactions of a kind have the same description and states */
export function refuseDuplicates(pact: PactDocument): void {
  const seen = new Set<string>();
  for (const one of pact.interactions) {
    const key = JSON.stringify([one.kind, one.description, one.states]);
    if (seen.has(key)) throw new DuplicateInteractionError(pact, one);
    seen.add(key);
  }
}
