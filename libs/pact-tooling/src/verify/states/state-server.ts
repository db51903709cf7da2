import type { IncomingMessage, ServerResponse } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { startLocalServer, type LocalServer } from '../local-server.ts';
import type { StateChanges } from './state-changes.ts';
import type { StateChange } from './state-handlers.ts';

/** Not a 5xx: the verifier would try again for two minutes. */
const failureStatus = 422;

/**
 * Starts a server for state changes. Pact JS has one built in that answers "done" when a handler throws or is
 * missing, so that the verification goes on without the state and a wrong result may be published; this one
 * answers with an error, which fails the interaction.
 */
export function startStateServer(changes: StateChanges): Promise<LocalServer> {
  return startLocalServer((request, response) => {
    // A request that breaks off ends nothing but itself.
    answer(changes, request, response).catch(() => response.destroy());
  });
}

async function answer(
  changes: StateChanges,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const change = changeIn(await readText(request));
  try {
    const values = await changes.change(change);
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(values);
  } catch {
    response.writeHead(failureStatus, { 'Content-Type': 'text/plain' }).end('the state handler failed');
  }
}

function changeIn(text: string): StateChange {
  const { state = '', params = {}, action = 'setup' } = JSON.parse(text) as Partial<StateChange>;
  return { state, params, action, text };
}
