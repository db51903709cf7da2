import { isObject, valueAt, type JsonTree } from '../../pacts/index.ts';
import { bodyOf, isVersion4, type Body } from './body.ts';
import { commentsOf, type Comment } from './comments.ts';
import { generatorsOf, stateValuesOf } from './generators.ts';
import { rulesOf, type ShownRule } from './matching-rules.ts';
import { pairsOf, text } from './plain-values.ts';

/** What lists show of an interaction. */
export type InteractionSummary = Pick<
  Interaction,
  'id' | 'kind' | 'description' | 'states' | 'pending' | 'comments'
>;

/** `Given a user exists and is blocked: `, in front of a description; empty without states. */
export function statesWords(states: readonly ProviderState[]): string {
  return states.length === 0 ? '' : `Given ${states.map(({ name }) => name).join(' and ')}: `;
}

/** An interaction of a pact, whatever version of the specification it is written in. */
export interface Interaction {
  /** Stands in fragments of URLs and in results of verifications. */
  readonly id: string;
  readonly kind: 'HTTP' | 'Message' | 'Request and reply by message' | 'Other';
  readonly description: string;
  readonly states: readonly ProviderState[];
  /** Whether it says itself that it is pending: its failure does not fail a provider's build. */
  readonly pending: boolean;
  /** The values that its request takes from its provider states: they have to return them. */
  readonly stateValues: readonly string[];
  readonly comments: readonly Comment[];
  readonly parts: readonly Part[];
  /** What a plugin keeps with it, as it is. */
  readonly plugin: JsonTree | undefined;
  /** What a plugin wrote for people to read, as text. */
  readonly markup: string | undefined;
  readonly document: JsonTree;
}

export interface ProviderState {
  readonly name: string;
  readonly parameters: JsonTree | undefined;
}

/** A request, a response or a message. */
export interface Part {
  readonly title: string;
  /** Method and path, or the status. */
  readonly line: string | undefined;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Body | undefined;
  readonly rules: readonly ShownRule[];
  /** The values that are made anew each time. */
  readonly generators: readonly ShownRule[];
}

/** The interactions and messages of a pact in their order; none in a document that is not a pact. */
export function interactionsOf(pact: JsonTree): Interaction[] {
  return documentsIn(pact).map(interactionOf);
}

/** The same, but only what lists show of them. */
export function summariesOf(pact: JsonTree): InteractionSummary[] {
  return documentsIn(pact).map(summaryOf);
}

function documentsIn(pact: JsonTree): JsonTree[] {
  const lists = [valueAt(pact, 'interactions'), valueAt(pact, 'messages')];
  return lists.flatMap((list) => (Array.isArray(list) ? list : []));
}

function summaryOf(document: JsonTree, index: number): InteractionSummary {
  return {
    id: text(valueAt(document, '_id')) ?? `interaction-${index + 1}`,
    kind: kindOf(document),
    description: text(valueAt(document, 'description')) ?? 'without a description',
    states: statesOf(document),
    pending: valueAt(document, 'pending') === true,
    comments: commentsOf(document),
  };
}

function interactionOf(document: JsonTree, index: number): Interaction {
  const summary = summaryOf(document, index);
  return {
    ...summary,
    stateValues: stateValuesOf(valueAt(document, 'request') ?? null),
    parts: partsOf(document, summary.kind),
    plugin: valueAt(document, 'pluginConfiguration'),
    markup: text(valueAt(document, 'interactionMarkup', 'markup')),
    document,
  };
}

function kindOf(document: JsonTree): Interaction['kind'] {
  const type = valueAt(document, 'type');
  if (type === 'Asynchronous/Messages') return 'Message';
  if (type === 'Synchronous/Messages') return 'Request and reply by message';
  if (type !== undefined && type !== 'Synchronous/HTTP') return 'Other';
  if (isObject(valueAt(document, 'request'))) return 'HTTP';
  return valueAt(document, 'contents') === undefined ? 'Other' : 'Message';
}

function statesOf(document: JsonTree): ProviderState[] {
  const states =
    valueAt(document, 'providerStates') ??
    valueAt(document, 'providerState') ??
    valueAt(document, 'provider_state');
  return [states ?? []].flat().flatMap((state) => {
    const name = text(isObject(state) ? valueAt(state, 'name') : state);
    // Libraries that know of no state write an empty one.
    return name?.trim() ? [{ name, parameters: parametersOf(state) }] : [];
  });
}

function parametersOf(state: JsonTree): JsonTree | undefined {
  const parameters = valueAt(state, 'params');
  return isObject(parameters) && Object.keys(parameters).length > 0 ? parameters : undefined;
}

function partsOf(document: JsonTree, kind: Interaction['kind']): Part[] {
  const request = valueAt(document, 'request');
  const response = valueAt(document, 'response');
  const isV4 = isVersion4(document);
  switch (kind) {
    case 'HTTP':
      return [
        httpPart('Request', request, requestLine(request), isV4),
        httpPart('Response', response, text(valueAt(response ?? null, 'status')), isV4),
      ];
    case 'Message':
      return [messagePart('Message', document, isV4)];
    case 'Request and reply by message':
      return [
        messagePart('Request', request, isV4),
        ...[response ?? []].flat().map((reply) => messagePart('Reply', reply, isV4)),
      ];
    case 'Other':
      return [];
  }
}

function httpPart(title: string, part: JsonTree = null, line: string | undefined, isV4: boolean): Part {
  return {
    title,
    line,
    headers: pairsOf(valueAt(part, 'headers')),
    body: bodyOf(part, isV4),
    rules: rulesOf(valueAt(part, 'matchingRules')),
    generators: generatorsOf(valueAt(part, 'generators')),
  };
}

function messagePart(title: string, part: JsonTree = null, isV4: boolean): Part {
  const metadata = valueAt(part, 'metadata') ?? valueAt(part, 'metaData');
  return {
    title,
    line: undefined,
    headers: pairsOf(metadata),
    body: bodyOf(part, isV4),
    rules: rulesOf(valueAt(part, 'matchingRules')),
    generators: generatorsOf(valueAt(part, 'generators')),
  };
}

function requestLine(request: JsonTree = null): string {
  const query = valueAt(request, 'query');
  const pairs = isObject(query)
    ? Object.entries(query)
        .flatMap(([name, values]) => [values].flat().map((value) => `${name}=${text(value) ?? ''}`))
        .join('&')
    : text(query);
  const method = (text(valueAt(request, 'method')) ?? 'get').toUpperCase();
  return `${method} ${text(valueAt(request, 'path')) ?? '/'}${pairs ? `?${pairs}` : ''}`;
}
