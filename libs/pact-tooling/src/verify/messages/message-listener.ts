import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Course, InteractionRun } from '../course.ts';
import { messageOf, type MessageFailure } from '../errors.ts';
import { readAll } from '../read-all.ts';
import type { EncodedMessage } from './encoded-message.ts';

/** Creates the message of an interaction. */
export type MakeMessage = (run: InteractionRun, asked: string) => Promise<EncodedMessage>;

/**
 * Answers the native verifier's requests for messages. If a message can't be created, it closes the connection: the
 * verifier ignores the status of an answer, and would read the error as the message.
 * @param onFailure called with the reason why a message could not be created
 */
export function messageListener(
  course: Course,
  makeMessage: MakeMessage,
  onFailure: (failure: MessageFailure) => void,
): RequestListener {
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const run = course.current;
    if (!run) return void response.destroy();
    try {
      const { contentType, body, metadata } = await makeMessage(run, String(await readAll(request)));
      run.exchange = exchangeOf(run, { contentType, body, metadata });
      response.setHeader('Content-Type', contentType);
      response.setHeader('Pact-Message-Metadata', Buffer.from(JSON.stringify(metadata)).toString('base64'));
      response.end(body);
    } catch (error) {
      const { description } = run.interaction;
      onFailure({ description, error });
      run.unanswered = `the message could not be created: ${messageOf(error)}`;
      response.destroy();
    }
  }

  return (request, response) => void answer(request, response);
}

/** A message in the form of an exchange, as there was no HTTP request. */
function exchangeOf(
  { interaction }: InteractionRun,
  { contentType, body, metadata }: EncodedMessage,
): InteractionRun['exchange'] {
  const headers = Object.entries({ 'Content-Type': contentType, ...metadata }).map(
    ([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)] as const,
  );
  return {
    request: { method: 'MESSAGE', path: interaction.description, headers: [], body: Buffer.alloc(0) },
    response: { status: 200, headers, body },
  };
}
