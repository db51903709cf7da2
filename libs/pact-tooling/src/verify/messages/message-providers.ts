/** What a contract asks for in a message. */
export interface MessageDescriptor {
  readonly description: string;
  readonly providerStates?: readonly {
    readonly name: string;
    readonly params?: Readonly<Record<string, unknown>>;
  }[];
  /** Of a message that is answered: what is asked, JSON as a value, else text or a Buffer. */
  readonly content?: unknown;
  /** Its metadata. */
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/** A message with its metadata; the shape is that of Pact JS's `providerWithMetadata`, whose results are taken too. */
export interface MessageWithMetadata {
  readonly __pactMessageMetadata: Readonly<Record<string, unknown>>;
  readonly message: unknown;
}

/**
 * Makes a message: its content, or content and metadata (`messageWithMetadata`). A Buffer is sent as it is, a text too
 * unless its content type is JSON, and everything else as JSON. A method's type, so that Pact JS's functions fit.
 */
export type MessageProvider = { make(asked: MessageDescriptor): unknown }['make'];

/** What makes each message, by the description in the contract. */
export type MessageProviders = Readonly<Record<string, MessageProvider>>;

/**
 * Joins a message's content and its metadata, for a message provider to give back.
 * @example
 * messageProviders: {
 *   'a user was created': () => messageWithMetadata({ id: 1 }, { topic: 'users' }),
 * }
 */
export function messageWithMetadata(
  message: unknown,
  metadata: Readonly<Record<string, unknown>>,
): MessageWithMetadata {
  return { __pactMessageMetadata: metadata, message };
}

/** Splits what a message provider gave back. */
export function contentAndMetadata(given: unknown): { content: unknown; metadata: Record<string, unknown> } {
  if (typeof given === 'object' && given !== null && '__pactMessageMetadata' in given) {
    const { __pactMessageMetadata: metadata, message } = given as MessageWithMetadata;
    return { content: message, metadata: { ...metadata } };
  }
  return { content: given, metadata: {} };
}
