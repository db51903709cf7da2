import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.ts';

describe('The configuration of the Admin Service', () => {
  it('has defaults for all', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      userServiceUrl: 'http://127.0.0.1:8080',
    });
  });

  it('names every variable that is wrong', () => {
    const read = () => readConfig({ ADMIN_SERVICE_PORT: '', USER_SERVICE_URL: 'ftp://x' });
    expect(read).toThrow(/ADMIN_SERVICE_PORT[^]*USER_SERVICE_URL/);
  });
});
