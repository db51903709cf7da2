import type { PactInteraction } from '../../pact/index.ts';
import { isChosen, type InteractionFilter } from './filter.ts';
import { partOfPact } from './pact-text.ts';
import type { VerifiablePact } from './verifiable-pact.ts';

/** An interaction to verify. */
export interface PlannedInteraction extends PactInteraction {
  readonly pact: VerifiablePact;
}

/** A document for the native verifier. */
export interface PlannedDocument {
  readonly text: string;
  readonly pact: VerifiablePact;
}

/** The documents for the native verifier, and the interactions that it must verify. */
export interface Plan {
  readonly documents: readonly PlannedDocument[];
  /** In the order of the verifier. */
  readonly interactions: readonly PlannedInteraction[];
  readonly leftOut: readonly PlannedInteraction[];
}

/**
 * Plans a verification: the interactions that the filter chooses, in documents whose interactions the native verifier
 * all runs. In a pact of specification 3 with both interactions and messages it would run only the messages, and pass;
 * so each of the two has a separate document.
 */
export function planVerification(
  pacts: readonly VerifiablePact[],
  filter: InteractionFilter | undefined,
): Plan {
  const planned = pacts.flatMap((pact) => pact.interactions.map((one) => ({ ...one, pact })));
  const chosen = new Set(planned.filter((one) => isChosen(filter, one.pact.consumer, one)));
  return {
    documents: pacts.flatMap((pact) =>
      documentsOf(
        pact,
        planned.filter((one) => one.pact === pact),
        chosen,
      ),
    ),
    interactions: [...chosen],
    leftOut: planned.filter((one) => !chosen.has(one)),
  };
}

function documentsOf(
  pact: VerifiablePact,
  all: readonly PlannedInteraction[],
  chosen: ReadonlySet<PlannedInteraction>,
): PlannedDocument[] {
  const inLists = [
    { list: 'interactions', members: all.filter(({ list }) => list === 'interactions') },
    { list: 'messages', members: all.filter(({ list }) => list === 'messages') },
  ] as const;
  if (inLists.every(({ members }) => members.length > 0) || all.some((one) => !chosen.has(one))) {
    return inLists
      .filter(({ members }) => members.some((one) => chosen.has(one)))
      .map(({ list, members }) => ({
        pact,
        text: partOfPact(
          pact.text,
          list,
          (place) => members[place] !== undefined && chosen.has(members[place]),
        ),
      }));
  }
  return all.length > 0 ? [{ pact, text: pact.text }] : [];
}
