/** What was found at an address: a Pact Broker, another program, or nothing. */
export type Found = 'broker' | 'other' | 'nothing';

/** How long an answer is waited for, in milliseconds. */
const patienceMs = 5000;

/**
 * Looks whether a Pact Broker answers.
 * @param url its base URL. One that asks for credentials counts: the command that is run has them.
 */
export async function findBroker(url: string): Promise<Found> {
  let response: Response;
  try {
    response = await fetch(url, {
      headers: { accept: 'application/hal+json' },
      signal: AbortSignal.timeout(patienceMs),
    });
  } catch {
    return 'nothing';
  }
  if (response.status === 401) return 'broker';
  try {
    const { _links: links } = (await response.json()) as { _links?: Record<string, unknown> };
    return links?.['pb:publish-contracts'] || links?.['pb:latest-pact-versions'] ? 'broker' : 'other';
  } catch {
    return 'other';
  }
}

/** The broker that the environment names, if any: `PACT_BROKER_BASE_URL`, or `PACT_BROKER_PROTO` and `PACT_BROKER_URL`. */
export function namedBroker(
  env: NodeJS.ProcessEnv,
): { readonly url: string; readonly variable: string } | undefined {
  if (env['PACT_BROKER_BASE_URL']) {
    return { url: env['PACT_BROKER_BASE_URL'].replace(/\/+$/, ''), variable: 'PACT_BROKER_BASE_URL' };
  }
  if (env['PACT_BROKER_URL']) {
    const url = `${env['PACT_BROKER_PROTO'] ?? 'http'}://${env['PACT_BROKER_URL']}`.replace(/\/+$/, '');
    return { url, variable: 'PACT_BROKER_URL' };
  }
  return undefined;
}
