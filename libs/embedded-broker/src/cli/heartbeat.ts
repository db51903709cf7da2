import type { Credentials } from '../config/index.ts';
import { ExpectedError } from '../expected-error.ts';
import { requestHttp } from '../node-http.ts';
import { answerTo } from '../outgoing.ts';

/** Where a broker listens, by its settings. */
export interface ListeningAddress {
  readonly host: string;
  readonly port: number;
}

/** The answer of a broker is far shorter. */
const maxBytes = 64 * 1024;

/** Addresses that mean "all of this machine", and where a broker is reached that listens there. */
const reachable: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/**
 * Asks a broker of this machine whether it is well: where it listens, without a proxy.
 * @param limitMs how long it may take to answer
 * @returns its address, as a URL
 * @throws ExpectedError that says in a line what is wrong
 */
export async function askHeartbeat(
  { host, port }: ListeningAddress,
  credentials: Credentials | undefined,
  limitMs: number,
): Promise<string> {
  if (port === 0) throw new ExpectedError('port 0 means any free one; name the port of the broker by --port');
  const address = reachable[host] ?? host;
  const url = `http://${address.includes(':') ? `[${address}]` : address}:${port}`;
  const tooSlow = AbortSignal.timeout(limitMs);
  let answer: Answer;
  try {
    answer = await getHeartbeat({ host: address, port }, credentials, tooSlow);
  } catch (error) {
    const reason = tooSlow.aborted ? `no answer within ${limitMs / 1000} seconds` : (error as Error).message;
    throw new ExpectedError(`no broker answers at ${url}: ${reason}`);
  }
  if (answer.status === 401)
    throw new ExpectedError(
      `the broker at ${url} refuses these credentials; set the ones that it has, or PACT_BROKER_PUBLIC_HEARTBEAT=true for it`,
    );
  if (answer.status !== 200 || !isHeartbeat(answer.body))
    throw new ExpectedError(`what answers at ${url} is no broker that is well: status ${answer.status}`);
  return url;
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

function isHeartbeat(body: string): boolean {
  try {
    return (JSON.parse(body) as { readonly ok?: unknown } | null)?.ok === true;
  } catch {
    return false;
  }
}

async function getHeartbeat(
  address: ListeningAddress,
  credentials: Credentials | undefined,
  signal: AbortSignal,
): Promise<Answer> {
  const auth = credentials && `${credentials.username}:${credentials.password}`;
  const outgoing = requestHttp({ ...address, path: '/diagnostic/status/heartbeat', auth, agent: false });
  const { response, body } = await answerTo(outgoing, undefined, { signal, maxBytes });
  return { status: response.statusCode ?? 0, body };
}
