import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from '@jest/globals';
import { UserServiceClient } from './index.ts';

it('The client gives the user that comes', async () => {
  const sally = { id: 10, username: 'sally' };
  const service = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(sally));
  }).listen(0, '127.0.0.1');
  await once(service, 'listening');
  const { port } = service.address() as AddressInfo;
  const user = await new UserServiceClient({ baseUrl: `http://127.0.0.1:${port}` }).getUser(10);
  service.close();
  expect(user).toEqual(sally);
});
