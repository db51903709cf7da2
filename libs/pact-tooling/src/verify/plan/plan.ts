import type { PactInteraction } from '../../pact/index.ts';
import { dividesContracts, isChosen, type InteractionFilter } from './filter.ts';
import { partOfPact } from './pact-text.ts';
import type { VerifiablePact } from './verifiable-pact.ts';

/** An interaction to verify. */
export interface PlannedInteraction extends PactInteraction {
  readonly pact: VerifiablePact;
  /** Why it can't be verified; only of one that may fail. */
  readonly refusal?: string | undefined;
}

/** A document for the native verifier. */
export interface PlannedDocument {
  readonly text: string;
  readonly pact: VerifiablePact;
}

/** The documents for the native verifier, and the interactions that it must verify. */
export interface Plan {
  readonly documents: readonly PlannedDocument[];
  /** In the order of the verifier, which is that of the contracts. */
  readonly interactions: readonly PlannedInteraction[];
  /** The same, and between them those with a refusal, which fail without a verification. */
  readonly wanted: readonly PlannedInteraction[];
  /** Pacts without interactions that may not fail. */
  readonly empty: readonly VerifiablePact[];
  readonly leftOut: readonly PlannedInteraction[];
}

/**
 * Plans a verification: the interactions that the filter chooses, in documents whose interactions the native verifier
 * all runs. In a pact of specification 3 with both interactions and messages it would run only the messages, and pass;
 * so each of the two has a separate document.
 * @param refusalOf says why an interaction can't be verified, if it may fail. Of a pact without interactions it gets the
 * pact as a whole.
 */
export function planVerification(
  pacts: readonly VerifiablePact[],
  filter: InteractionFilter | undefined,
  refusalOf: (one: PlannedInteraction) => string | undefined = () => undefined,
): Plan {
  const planned = pacts.flatMap((pact) =>
    membersOf(pact, filter).map((one) => {
      const isWanted = isChosen(filter, pact.consumer, one);
      return { ...one, pact, isWanted, refusal: isWanted ? refusalOf({ ...one, pact }) : undefined };
    }),
  );
  const wanted = planned.filter(({ isWanted }) => isWanted);
  const [empty, chosen] = partition(
    wanted.filter(({ refusal }) => refusal === undefined),
    ({ pact }) => pact.interactions.length === 0,
  );
  return {
    documents: pacts
      .filter(({ interactions }) => interactions.length > 0)
      .flatMap((pact) =>
        documentsOf(
          pact,
          planned.filter((one) => one.pact === pact),
          new Set(chosen),
        ),
      ),
    interactions: chosen,
    wanted: wanted.filter((one) => !empty.includes(one)),
    empty: empty.map(({ pact }) => pact),
    leftOut: planned.filter(({ isWanted, pact }) => !isWanted && pact.interactions.length > 0),
  };
}

function partition<T>(items: readonly T[], fits: (item: T) => boolean): [T[], T[]] {
  return [items.filter(fits), items.filter((item) => !fits(item))];
}

/** Stands for a pact without interactions. */
const wholePact: PactInteraction = {
  description: 'the pact as a whole',
  states: [],
  kind: 'http',
  list: 'interactions',
  id: undefined,
  transport: undefined,
  method: undefined,
  contentType: undefined,
  pending: false,
  stateValues: [],
};

/** The interactions of a pact; of one without any, the whole, unless the filter wants only parts of contracts. */
function membersOf(
  { interactions }: VerifiablePact,
  filter: InteractionFilter | undefined,
): readonly PactInteraction[] {
  return interactions.length === 0 && !dividesContracts(filter) ? [wholePact] : interactions;
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
