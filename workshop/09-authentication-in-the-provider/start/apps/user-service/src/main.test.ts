import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openUserRepository } from './users/user-repository.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const env = (more: Record<string, string>) => ({ PATH: process.env['PATH'], ...more });
const secret = { USER_SERVICE_JWT_SECRET: 'a secret for tests only' };

async function failureOf(more: Record<string, string>): Promise<{ code: unknown; stderr: string }> {
  try {
    await promisify(execFile)(process.execPath, [main], { env: env(more) });
    throw new Error('it started');
  } catch (error) {
    return error as { code: unknown; stderr: string };
  }
}

describe('Starting the User Service', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'user-service-'));
  });
  afterAll(() => rm(directory, { recursive: true }));

  it('names the variables that are missing or malformed', async () => {
    const { code, stderr } = await failureOf({ USER_SERVICE_PORT: 'http' });
    expect(code).toBe(1);
    expect(stderr).toContain('USER_SERVICE_PORT');
    expect(stderr).toContain('USER_SERVICE_JWT_SECRET');
    expect(stderr).not.toContain('at ');
  });

  it('does not repeat a secret that is too short', async () => {
    const { stderr } = await failureOf({ USER_SERVICE_JWT_SECRET: 'tooshort' });
    expect(stderr).toContain('at least 16 characters');
    expect(stderr).not.toContain('tooshort');
  });

  it('says when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const port = String((other.address() as AddressInfo).port);
    const { code, stderr } = await failureOf({ ...secret, USER_SERVICE_PORT: port });
    other.close();
    expect(code).toBe(1);
    expect(stderr).toContain('USER_SERVICE_PORT');
  });

  it('keeps users in a file, and stops when told to', async () => {
    const path = join(directory, 'users.sqlite');
    const service = spawn(process.execPath, [main], {
      env: env({ ...secret, USER_SERVICE_PORT: '0', USER_SERVICE_DATABASE: path }),
    });
    const [line] = (await once(service.stdout, 'data')) as [Buffer];
    expect(line.toString()).toMatch(/User Service listens on http:\/\/127\.0\.0\.1:\d+/);
    service.kill('SIGTERM');
    const [code] = (await once(service, 'exit')) as [number];
    expect(code).toBe(0);
    const users = openUserRepository(path);
    expect(users.findById(10)?.username).toBe('sally');
    users.close();
  });

  // Browsers open connections in advance.
  it('stops although somebody holds a connection open without ever asking', async () => {
    const service = spawn(process.execPath, [main], { env: env({ ...secret, USER_SERVICE_PORT: '0' }) });
    try {
      const [line] = (await once(service.stdout, 'data')) as [Buffer];
      const silent = connect(Number(/:(\d+)\s*$/.exec(line.toString())?.[1]), '127.0.0.1');
      silent.on('error', () => undefined);
      await once(silent, 'connect');
      service.kill('SIGINT');
      expect(await once(service, 'exit', { signal: AbortSignal.timeout(10_000) })).toEqual([0, null]);
      silent.destroy();
    } finally {
      service.kill('SIGKILL');
    }
  }, 20_000);
});
