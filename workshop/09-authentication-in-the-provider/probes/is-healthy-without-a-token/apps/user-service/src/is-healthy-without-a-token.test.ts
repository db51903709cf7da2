import { expect, it } from '@jest/globals';
import { startServer } from './server.ts';
import { openUserRepository } from './users/user-repository.ts';

it('Anybody may ask whether the service is healthy', async () => {
  const users = openUserRepository(':memory:');
  const server = await startServer({ users, jwtSecret: 'a secret of a test that is long enough', port: 0 });
  const { status } = await fetch(`${server.url}/health`);
  await server.close();
  users.close();
  expect(status).toBe(200);
});
