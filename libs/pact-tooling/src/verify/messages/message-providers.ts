/** The contract's description of a message. */
export interface MessageDescriptor {
  /** Its description in the contract. */
  readonly description: string;
  /** Its provider states. */
  readonly providerStates?: readonly {
    /** Its name. */
    readonly name: string;
    /** Its parameters; undefined without any. */
    readonly params?: Readonly<Record<string, unknown>>;
  }[];
  /** Of a message with an answer: the content of the request, JSON as a value, else a text or a Buffer. */
  readonly content?: unknown;
  /** Of a message with an answer: the metadata of the request. */
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/** A message with its metadata, in the shape of Pact JS's `providerWithMetadata`, whose results also work. */
export interface MessageWithMetadata {
  /** The metadata by name, such as a topic. */
  readonly __pactMessageMetadata: Readonly<Record<string, unknown>>;
  /** The content. */
  readonly message: unknown;
}

/**
 * Creates a message: its content, or content and metadata (`messageWithMetadata`). A Buffer is sent unchanged, also a
 * text unless its content type is JSON, and everything else as JSON. It has the type of a method, so that Pact JS's
 * functions are compatible.
 */
export type MessageProvider = {
  /** @returns the content, or content and metadata; may be a promise of it */
  make(asked: MessageDescriptor): unknown;
}['make'];

/** A function for each message, by its description in the contract. */
export type MessageProviders = Readonly<Record<string, MessageProvider>>;

/**
 * Combines a message's content and its metadata, as the return value of a message provider.
 * @param message the content: a value for JSON, a text, or bytes
 * @param metadata the metadata by name; `contentType` says how the content is encoded
 * @example
 * ```ts
 * import { messageWithMetadata, verifyProvider } from '@pact-workshop/pact-tooling';
 *
 * await verifyProvider({
 *   provider: 'UserService',
 *   messageProviders: {
 *     'a user was created': () => messageWithMetadata({ id: 1 }, { topic: 'users' }),
 *   },
 * });
 * ```
 */
export function messageWithMetadata(
  message: unknown,
  metadata: Readonly<Record<string, unknown>>,
): MessageWithMetadata {
  return { __pactMessageMetadata: metadata, message };
}

/** Content and metadata of a message provider's return value. */
export function contentAndMetadata(given: unknown): { content: unknown; metadata: Record<string, unknown> } {
  if (typeof given === 'object' && given !== null && '__pactMessageMetadata' in given) {
    const { __pactMessageMetadata: metadata, message } = given as MessageWithMetadata;
    return { content: message, metadata: { ...metadata } };
  }
  return { content: given, metadata: {} };
}
