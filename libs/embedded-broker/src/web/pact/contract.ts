import { preformatted } from '../components/preformatted.ts';
import type { Database } from '../../database/index.ts';
import { contentText, parseTree, valueAt } from '../../pacts/index.ts';
import { html, renderOnce, type Rendered } from '../html.ts';
import { interactionSection } from './interaction-view.ts';
import { interactionsOf, summariesOf, type InteractionSummary } from './interaction.ts';
import { prettyJson } from './pretty-json.ts';

/** What a content says, ready to be shown. */
export interface Contract {
  /** Its version of the Pact specification, where it names one. */
  readonly specification: string | undefined;
  readonly interactions: readonly InteractionSummary[];
  /** A section for each interaction; of a document without any, the document. */
  readonly rendered: Rendered;
}

/** How much markup is kept, in characters: a few hundred contracts of the usual size. */
const mostKept = 4_000_000;

/** Contracts by the id of their content, those that were shown last behind. */
interface Kept {
  readonly contracts: Map<number, Contract>;
  characters: number;
}

const byDatabase = new WeakMap<Database, Kept>();

/** The contract of a content. A content never changes, so those that were shown last are kept as markup. */
export function contractOf(database: Database, pactVersionId: number): Contract {
  let kept = byDatabase.get(database);
  if (!kept) byDatabase.set(database, (kept = { contracts: new Map<number, Contract>(), characters: 0 }));
  const { contracts } = kept;
  const known = contracts.get(pactVersionId);
  const contract = known ?? contractFrom(contentText(database, pactVersionId));
  contracts.delete(pactVersionId);
  contracts.set(pactVersionId, contract);
  if (!known) kept.characters += contract.rendered.text.length;
  for (const [id, { rendered }] of contracts) {
    if (kept.characters <= mostKept) break;
    contracts.delete(id);
    kept.characters -= rendered.text.length;
  }
  return contract;
}

/** The interactions of a content alone, for pages that show nothing else of it: drawing a large contract takes long. */
export function interactionsOfContent(
  database: Database,
  pactVersionId: number,
): readonly InteractionSummary[] {
  const known = byDatabase.get(database)?.contracts.get(pactVersionId);
  return known?.interactions ?? summariesOf(parseTree(contentText(database, pactVersionId)));
}

function contractFrom(text: string): Contract {
  const pact = parseTree(text);
  const specification =
    valueAt(pact, 'metadata', 'pactSpecification', 'version') ??
    valueAt(pact, 'metadata', 'pact-specification', 'version');
  const interactions = interactionsOf(pact);
  return {
    specification: typeof specification === 'string' ? specification : undefined,
    // Only what lists show: the rest would keep the whole document in memory.
    interactions: summariesOf(pact),
    rendered: renderOnce(
      interactions.length > 0
        ? html`<div>${interactions.map(interactionSection)}</div>`
        : html`<div>
            <p>This document has no interactions. It is shown as it was published.</p>
            ${preformatted('Document', prettyJson(pact))}
          </div>`,
    ),
  };
}
