import { once } from 'node:events';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Finding } from './finding.ts';

/** Checks whether programs on this machine can connect to each other, as all parts of the workshop do. */
export async function checkLoopback(): Promise<Finding> {
  const server = createServer((_request, response) => response.end('hello'));
  try {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const [response] = (await once(get({ host: '127.0.0.1', port, agent: false }), 'response')) as [
      { statusCode: number; resume(): void },
    ];
    response.resume();
    return { name: '127.0.0.1', state: 'good', found: `answers (${response.statusCode})` };
  } catch (error) {
    const advice =
      'A firewall or a security program blocks local connections: allow connections to 127.0.0.1.';
    return { name: '127.0.0.1', state: 'bad', found: (error as Error).message, advice };
  } finally {
    server.close();
  }
}

/** Checks whether a default port of a command is free. */
export async function checkPort(port: number, purpose: string, advice: string): Promise<Finding> {
  const name = `port ${port}`;
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return { name, state: 'good', found: `free (${purpose})` };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const found = code === 'EADDRINUSE' ? `in use (${purpose})` : `${String(code)} (${purpose})`;
    return { name, state: 'note', found, advice };
  } finally {
    server.close();
  }
}
