import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { readAll } from '../read-all.ts';
import type { StateChanges } from './state-changes.ts';
import type { StateChange } from './state-handlers.ts';

/** Not a 5xx, which the verifier would repeat for two minutes. */
const failureStatus = 422;

/**
 * Answers requests for state changes. Pact JS's own server answers with success if a handler throws or is missing, so
 * that the verification continues without the state, and a wrong result may be published. This one answers with an
 * error, which fails the interaction.
 */
export function stateListener(changes: StateChanges): RequestListener {
  return (request, response) => {
    // A broken request affects only itself.
    answer(changes, request, response).catch(() => response.destroy());
  };
}

async function answer(
  changes: StateChanges,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const change = changeIn((await readAll(request)).toString('utf8'));
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
