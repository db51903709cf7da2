import { inTime } from '../in-time.ts';
import { post } from '../post.ts';
import { encodeMessage } from './encoded-message.ts';
import type { MessageDescriptor, MessageProviders } from './message-providers.ts';
import type { MakeMessage } from './message-listener.ts';

/** The native verifier's request for a message. */
interface MessageRequest {
  readonly description: string;
  readonly providerStates?: MessageDescriptor['providerStates'];
  readonly request?: {
    readonly contents?: { readonly content?: unknown; readonly encoded?: boolean | string };
    readonly metadata?: Readonly<Record<string, unknown>>;
  };
}

/** Messages from functions. `refuseUnhandled` refuses a description without a function before the verification. */
export function byProviders(providers: MessageProviders, timeoutMs: number): MakeMessage {
  return async ({ interaction }, text) => {
    const { description, providerStates = [], request } = JSON.parse(text) as MessageRequest;
    const provider = Object.hasOwn(providers, description) ? providers[description] : undefined;
    if (!provider) throw new Error('it has no function');
    const asked: MessageDescriptor = {
      description,
      providerStates,
      ...(request ? { content: contentOf(request), metadata: request.metadata ?? {} } : {}),
    };
    return encodeMessage(await inTime(() => provider(asked), timeoutMs), interaction);
  };
}

/** Messages by HTTP, from a provider in any language: it gets the requests of Pact's verifiers. */
export function byMessagesUrl(url: string, timeoutMs: number): MakeMessage {
  return async (_run, text) => {
    const { headers, body } = await post(url, text, timeoutMs);
    const contentType = headers.get('content-type') ?? 'application/json';
    return { contentType, body, metadata: metadataIn(headers.get('pact-message-metadata')) };
  };
}

function contentOf({ contents }: NonNullable<MessageRequest['request']>): unknown {
  const { content, encoded } = contents ?? {};
  return encoded === 'base64' || encoded === true ? Buffer.from(String(content), 'base64') : content;
}

function metadataIn(header: string | null): Record<string, unknown> {
  return header === null
    ? {}
    : (JSON.parse(Buffer.from(header, 'base64').toString('utf8')) as Record<string, unknown>);
}
