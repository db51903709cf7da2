import { PactFileError } from './errors.ts';
import { fieldsOf, listOf } from './fields.ts';
import { stateValuesAskedFor } from './state-values.ts';

/** The kind of an interaction: a request and its response, a message, or a message with answers. */
export type InteractionKind = 'http' | 'message' | 'sync-message';

/** A provider state that an interaction requires. */
export interface PactState {
  readonly name: string;
  /** The parameters as JSON text, which distinguish equal states; empty without any. */
  readonly params: string;
}

/** The parts of a pact's interaction that the tooling reads. */
export interface PactInteraction {
  readonly description: string;
  readonly states: readonly PactState[];
  readonly kind: InteractionKind;
  /** The list of the pact that has it; specification 3 has a separate list for messages. */
  readonly list: 'interactions' | 'messages';
  /** The broker's id for it, if there is one. */
  readonly id: string | undefined;
  /** The transport, in specification 4; usually a plugin's. */
  readonly transport: string | undefined;
  readonly method: string | undefined;
  /** Media type of a message's contents. */
  readonly contentType: string | undefined;
  /** Whether the pact itself marks it as pending. */
  readonly pending: boolean;
  /** Names of the values that its request takes from provider states. */
  readonly stateValues: readonly string[];
}

/** A plugin that a pact requires. */
export interface PactPlugin {
  readonly name: string;
  readonly version: string;
}

/** A pact from a file or a broker. */
export interface PactDocument {
  /** Its origin, for messages. */
  readonly source: string;
  readonly consumer: string;
  readonly provider: string;
  readonly interactions: readonly PactInteraction[];
  readonly plugins: readonly PactPlugin[];
}

/**
 * Reads a pact.
 * @throws PactFileError if it has no names of a consumer and a provider, or its interactions have an unexpected shape
 */
export function pactDocument(json: unknown, source: string): PactDocument {
  const { consumer, provider, interactions, messages, metadata } = fieldsOf(json);
  const names = { consumer: fieldsOf(consumer)['name'], provider: fieldsOf(provider)['name'] };
  if (typeof names.consumer !== 'string' || typeof names.provider !== 'string') {
    throw new PactFileError(`${source} is not a pact: it does not name a consumer and a provider.`);
  }
  return {
    source,
    consumer: names.consumer,
    provider: names.provider,
    interactions: [
      ...listOf(interactions, `${source}: "interactions"`).map((one) => interaction(one, source)),
      ...listOf(messages, `${source}: "messages"`).map((one) => ({
        ...interaction(one, source),
        kind: 'message' as const,
        list: 'messages' as const,
      })),
    ],
    plugins: listOf(fieldsOf(metadata)['plugins'], `${source}: its plugins`).map(plugin),
  };
}

function interaction(json: unknown, source: string): PactInteraction {
  const { description, providerState, providerStates, type, _id, transport, pending, request } =
    fieldsOf(json);
  const name = typeof description === 'string' ? description : '';
  const where = `${source}: the provider states of "${name}"`;
  // Specification 2 has the name of one state, later ones a list of objects. Some writers have a name instead of the
  // list.
  const single = [providerState, providerStates].filter((state) => typeof state === 'string' && state !== '');
  const several = typeof providerStates === 'string' ? [] : listOf(providerStates, where);
  return {
    description: name,
    states: statesOf([
      ...single.map((state) => ({ name: state as string, params: '' })),
      ...several.map((state) => stateOf(state, where)),
    ]),
    kind: kindOf(type),
    list: 'interactions',
    id: textOf(_id),
    transport: textOf(transport),
    method: textOf(fieldsOf(request)['method']),
    contentType: contentTypeOf(fieldsOf(json)),
    pending: pending === true,
    stateValues: stateValuesAskedFor(request),
  };
}

/** Some writers name a state that is none; the verifier takes it for none, too. */
function statesOf(states: readonly PactState[]): readonly PactState[] {
  const isNone = states.length === 1 && states[0]?.name === '' && states[0].params === '';
  return isNone ? [] : states;
}

function kindOf(type: unknown): InteractionKind {
  if (type === 'Synchronous/Messages') return 'sync-message';
  return type === 'Asynchronous/Messages' ? 'message' : 'http';
}

/**
 * The content type of a message: in its metadata (specification 3), or in its contents. With answers, that of the
 * answer.
 */
function contentTypeOf(json: Readonly<Record<string, unknown>>): string | undefined {
  const message = Array.isArray(json['response']) ? fieldsOf(json['response'][0]) : json;
  const { contents, metadata, metaData } = message;
  return (
    textOf(fieldsOf(contents)['contentType']) ??
    textOf(fieldsOf(metadata)['contentType']) ??
    textOf(fieldsOf(metaData)['contentType'])
  );
}

function stateOf(json: unknown, where: string): PactState {
  const { name, params } = fieldsOf(json);
  if (typeof name !== 'string')
    throw new PactFileError(`${where} can't be read: each must be an object with a name.`);
  const hasParams = Object.keys(fieldsOf(params)).length > 0;
  return { name, params: hasParams ? JSON.stringify(params) : '' };
}

function plugin(json: unknown): PactPlugin {
  const { name, version } = fieldsOf(json);
  return { name: textOf(name) ?? '', version: textOf(version) ?? '' };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
