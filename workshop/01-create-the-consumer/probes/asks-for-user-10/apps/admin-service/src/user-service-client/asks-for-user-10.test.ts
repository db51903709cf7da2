import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from '@jest/globals';
import { UserServiceClient } from './index.ts';

it('The client asks for user 10', async () => {
  let asked: string | undefined;
  const service = createServer((request, response) => {
    asked = `${request.method} ${request.url}`;
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
  }).listen(0, '127.0.0.1');
  await once(service, 'listening');
  const { port } = service.address() as AddressInfo;
  await new UserServiceClient({ baseUrl: `http://127.0.0.1:${port}` }).getUser(10).catch(() => undefined);
  service.close();
  expect(asked).toBe('GET /users/10');
});
