import { startBroker, type RunningBroker } from '@pact-workshop/embedded-broker';
import type { BrokerConnection } from '@pact-workshop/pact-tooling';

/** A real broker on this machine, which asks for a password. It knows the environment `production`, as every new broker does. */
export interface TeamBroker extends RunningBroker {
  readonly connection: Required<Pick<BrokerConnection, 'baseUrl' | 'username' | 'password'>>;
  /** The JSON of a resource. */
  get(path: string): Promise<unknown>;
  post(path: string, body: string): Promise<void>;
}

export async function teamBroker(): Promise<TeamBroker> {
  const writer = { username: 'ci', password: 'it’s "$(secret)";' };
  const broker = await startBroker({
    basicAuth: { writer },
    // By itself, a broker calls public addresses only, and those by https.
    settings: { webhookHostWhitelist: ['127.0.0.1'], webhookSchemeWhitelist: ['http'] },
  });
  const connection = { baseUrl: broker.url, ...writer };
  const authorization = `Basic ${Buffer.from(`${writer.username}:${writer.password}`).toString('base64')}`;
  return {
    ...broker,
    connection,
    async get(path) {
      const response = await fetch(broker.url + path, { headers: { authorization } });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return response.json();
    },
    async post(path, body) {
      const headers = { authorization, 'content-type': 'application/json' };
      const response = await fetch(broker.url + path, { method: 'POST', headers, body });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    },
  };
}
