import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyProvider, type StateHandlers } from '@pact-workshop/pact-tooling';
import { startServer, type RunningServer } from './server.ts';
import { openUserRepository } from './users/user-repository.ts';

// Verifies the User Service against its consumers' contracts in pacts/.
describe('The User Service', () => {
  const users = openUserRepository(':memory:');
  let server: RunningServer;

  beforeAll(async () => {
    server = await startServer({ users, port: 0 });
  });
  afterAll(async () => {
    await server.close();
    users.close();
  });

  // The users a new database starts with are enough so far: sally is among them.
  const stateHandlers: StateHandlers = {
    'User sally exists': () => undefined,
    'Users exist': () => undefined,
  };

  it('does what its consumers expect of it', async () => {
    const { interactions } = await verifyProvider({
      provider: 'UserService',
      providerBaseUrl: server.url,
      stateHandlers,
      files: ['../../pacts/AdminService-UserService.json'],
    });
    expect(interactions.length).toBeGreaterThan(0);
  }, 120_000);
});
