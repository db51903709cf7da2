import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.ts';

const secret = { USER_SERVICE_JWT_SECRET: '16 characters...' };

describe('The configuration of the User Service', () => {
  it('has defaults for all but the secret', () => {
    expect(readConfig(secret)).toEqual({
      port: 8080,
      databasePath: ':memory:',
      jwtSecret: '16 characters...',
    });
  });

  it('is what the environment says', () => {
    const given = { ...secret, USER_SERVICE_PORT: '0', USER_SERVICE_DATABASE: 'users.sqlite' };
    expect(readConfig(given)).toMatchObject({ port: 0, databasePath: 'users.sqlite' });
  });

  it.each([
    ['USER_SERVICE_PORT', '65536', 'a port is a number from 0 to 65535'],
    ['USER_SERVICE_PORT', '-1', 'a port is a number from 0 to 65535'],
    ['USER_SERVICE_PORT', '', 'a port is a number from 0 to 65535'],
    ['USER_SERVICE_DATABASE', '', 'USER_SERVICE_DATABASE'],
    ['USER_SERVICE_JWT_SECRET', '15 characters..', 'must have at least 16 characters'],
    ['USER_SERVICE_JWT_SECRET', undefined, 'is not set or malformed'],
  ])('refuses %s=%j', (name, value, message) => {
    const read = () => readConfig({ ...secret, [name]: value });
    expect(read).toThrow(name);
    expect(read).toThrow(message);
  });
});
