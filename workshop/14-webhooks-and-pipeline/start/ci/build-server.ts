import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What the webhook's body tells of the reason for a build. */
interface Reason {
  readonly event: string;
  readonly consumerVersion: string;
}

/**
 * A very small CI: a POST to `/builds/user-service` starts the provider's build, `make provider`. The answer comes at
 * once, as with every CI: a webhook is a knock at the door, nobody waits in it for the end of a build.
 * @param broker address of the broker that the build takes the contracts from
 */
export async function startBuildServer(broker: string) {
  const builds: Promise<string>[] = [];
  const arrivals = new EventEmitter();

  async function build({ event, consumerVersion }: Reason): Promise<string> {
    const env = { ...process.env, PACT_BROKER_BASE_URL: broker, VERSION_BRANCH: 'main' };
    const [code] = (await once(spawn('make', ['provider'], { env, stdio: 'ignore' }), 'close')) as [number];
    return `make provider ${code === 0 ? 'passed' : 'failed'} (${event}, AdminService ${consumerVersion})`;
  }

  const server = createServer((request, response) => {
    if (request.method !== 'POST' || request.url !== '/builds/user-service') {
      response.writeHead(404).end();
      return;
    }
    void text(request).then((body) => {
      try {
        builds.push(build(JSON.parse(body) as Reason));
        response.writeHead(202).end();
        arrivals.emit('build');
      } catch {
        response.writeHead(400).end();
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /**
     * Waits until so many builds have been started since the server was, and for the end of each.
     * @throws Error when the next call is not there after ten seconds
     */
    async finished(count: number): Promise<string[]> {
      const signal = AbortSignal.timeout(10_000);
      const missed = () => {
        throw new Error(
          'Whatever the webhook calls, it is not CI_SERVER/builds/user-service with a body of JSON.',
        );
      };
      while (builds.length < count) await once(arrivals, 'build', { signal }).catch(missed);
      return Promise.all(builds);
    },
    [Symbol.dispose]: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
