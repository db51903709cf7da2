import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { StateFailure } from './errors.ts';

/** Values for the verifier to put into the request, where the contract asks for them from a state. */
export type StateValues = Readonly<Record<string, unknown>>;

/** Brings the provider into a state; the parameters are those of the contract. */
export type StateFunction = (
  parameters: Readonly<Record<string, unknown>>,
) => Promise<StateValues | void> | StateValues | void;

/** What to do for a state; `teardown` runs after its interaction. */
export type StateHandler =
  StateFunction | { readonly setup?: StateFunction; readonly teardown?: StateFunction };

export type StateHandlers = Readonly<Record<string, StateHandler>>;

interface StateChange {
  readonly state?: string;
  readonly params?: Record<string, unknown>;
  readonly action?: 'setup' | 'teardown';
}

/** Serves state changes to the verifier. */
export interface StateServer extends AsyncDisposable {
  readonly url: string;
  /** What went wrong so far. */
  readonly failures: readonly StateFailure[];
  /** Names of the states that were set up. */
  readonly handled: ReadonlySet<string>;
}

/** Not a 5xx: the verifier would try again for two minutes. */
const failureStatus = 422;

/**
 * Starts a server for state changes. Pact JS has one built in that answers "done" when a handler throws or is
 * missing, so that the verification goes on without the state and a wrong result may be published; this one
 * answers with an error, which fails the interaction.
 * @param timeoutMs how long a handler may take
 */
export async function startStateServer(handlers: StateHandlers, timeoutMs: number): Promise<StateServer> {
  const failures: StateFailure[] = [];
  const handled = new Set<string>();
  const server = createServer((request, response) => {
    // A request that breaks off ends nothing but itself.
    change(request, response).catch(() => response.destroy());
  });

  async function change(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { state = '', params = {}, action = 'setup' } = await readJson(request);
    try {
      const values = await inTime(async () => functionFor(handlers, state, action)(params), timeoutMs);
      const body = JSON.stringify(values ?? {});
      if (action === 'setup') handled.add(state);
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(body);
    } catch (error) {
      failures.push({ state, action, error });
      response.writeHead(failureStatus, { 'Content-Type': 'text/plain' }).end('the state handler failed');
    }
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    failures,
    handled,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function functionFor(handlers: StateHandlers, state: string, action: 'setup' | 'teardown'): StateFunction {
  const handler = Object.hasOwn(handlers, state) ? handlers[state] : undefined;
  if (handler === undefined) {
    if (state === '') return () => undefined;
    throw new Error('there is no handler for this state');
  }
  if (typeof handler === 'function') return action === 'setup' ? handler : () => undefined;
  return handler[action] ?? (() => undefined);
}

async function inTime<T>(work: () => Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it did not finish within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function readJson(request: IncomingMessage): Promise<StateChange> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as StateChange;
  } catch {
    return {};
  }
}
