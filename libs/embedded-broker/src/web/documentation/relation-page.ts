import { preformatted } from '../components/preformatted.ts';
import type { Urls } from '../../http/index.ts';
import { html } from '../html.ts';
import { page } from '../layout.ts';
import { indexDocs } from './index-docs.ts';
import { pactDocs } from './pact-docs.ts';
import { pacticipantDocs, versionDocs } from './pacticipant-docs.ts';
import type { RelationDoc, RelationDocs } from './relation-doc.ts';
import { webhookDocs } from './webhook-docs.ts';

/** By the `context` that curies carry; webhooks have none. */
const contexts = new Map<string, RelationDocs>([
  ['index', { ...webhookDocs, ...indexDocs }],
  ['pact', pactDocs],
  ['pacts', pactDocs],
  ['pacticipant', pacticipantDocs],
  ['version', versionDocs],
]);

/** What is written about a relation: in its context, or else wherever it occurs; undefined when nothing is. */
export function relationDoc(relation: string, context: string | undefined): RelationDoc | undefined {
  const own = contexts.get(context ?? '');
  return [...(own ? [own] : []), ...contexts.values()]
    .filter((docs) => Object.hasOwn(docs, relation))
    .map((docs) => docs[relation])
    .at(0);
}

/** The page of a relation. */
export function relationPage({ title, methods, path, text, body }: RelationDoc, links: Urls): string {
  return page(
    { title, section: 'api-browser', links },
    html`<dl>
        <dt>Path</dt>
        <dd><code>${path}</code></dd>
        <dt>Methods</dt>
        <dd>${methods}</dd>
      </dl>
      ${text.map((paragraph) => html`<p>${withCode(paragraph)}</p>`)}
      ${
        body === undefined
          ? ''
          : html`<h2>Body</h2>
              ${preformatted('Example', body)}`
      }`,
  );
}

export function noRelationPage(relation: string, links: Urls): string {
  return page(
    { title: 'Unknown relation', section: 'api-browser', links },
    html`<p>Nothing is written about the relation <code>${relation}</code>.</p>`,
  );
}

/** Text with what stands between backticks as code. */
function withCode(paragraph: string) {
  return paragraph.split('`').map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part));
}
