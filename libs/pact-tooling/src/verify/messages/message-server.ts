import type { IncomingMessage, ServerResponse } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import type { Course, InteractionRun } from '../course.ts';
import { messageOf, type MessageFailure } from '../errors.ts';
import { startLocalServer, type LocalServer } from '../local-server.ts';
import type { EncodedMessage } from './encoded-message.ts';

/** Makes the message of an interaction. */
export type MakeMessage = (run: InteractionRun, asked: string) => Promise<EncodedMessage>;

/** Serves messages to the native verifier. */
export interface MessageServer extends LocalServer {
  readonly failures: readonly MessageFailure[];
}

/**
 * Starts a server that the native verifier asks for messages. Where a message can't be made, it breaks the connection
 * off: the verifier does not look at the status of an answer, and would take the error for the message.
 */
export async function startMessageServer(course: Course, makeMessage: MakeMessage): Promise<MessageServer> {
  const failures: MessageFailure[] = [];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const run = course.current;
    if (!run) return void response.destroy();
    try {
      const { contentType, body, metadata } = await makeMessage(run, await readText(request));
      run.exchange = exchangeOf(run, { contentType, body, metadata });
      response.setHeader('Content-Type', contentType);
      response.setHeader('Pact-Message-Metadata', Buffer.from(JSON.stringify(metadata)).toString('base64'));
      response.end(body);
    } catch (error) {
      const { description } = run.interaction;
      failures.push({ description, error });
      run.unanswered = `the message could not be made: ${messageOf(error)}`;
      response.destroy();
    }
  }

  const server = await startLocalServer((request, response) => void answer(request, response));
  return { ...server, failures };
}

/** A message in the form of an exchange: nothing was asked over HTTP. */
function exchangeOf(
  { interaction }: InteractionRun,
  { contentType, body, metadata }: EncodedMessage,
): InteractionRun['exchange'] {
  const headers = Object.entries({ 'Content-Type': contentType, ...metadata }).map(
    ([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)] as const,
  );
  return {
    request: { method: 'MESSAGE', path: interaction.description, headers: [], body: Buffer.alloc(0) },
    response: { status: 200, headers, body: { bytes: body, length: body.length } },
  };
}
