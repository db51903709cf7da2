import { PactToolingError } from '@pact-workshop/broker-client';
import type { PactDocument, PactInteraction } from './pact-document.ts';

/** Two interactions can't be distinguished: the later one would replace the earlier one. Rename one of them. */
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

/** @throws DuplicateInteractionError if two interactions of a kind have the same description and states */
export function refuseDuplicates(pact: PactDocument): void {
  const seen = new Set<string>();
  for (const one of pact.interactions) {
    const key = JSON.stringify([one.kind, one.description, one.states]);
    if (seen.has(key)) throw new DuplicateInteractionError(pact, one);
    seen.add(key);
  }
}
