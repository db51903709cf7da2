import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { configure } from '../config/index.ts';
import { createLogger } from './logger.ts';

describe('The log in a file', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'embedded-broker-log-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  /** What is in the file after one record of each level. */
  const logged = (env: Record<string, string> = {}) => {
    const folder = join(directory, 'made/when/missing');
    const logger = createLogger(
      configure({
        env: { PACT_BROKER_LOG_STREAM: 'file', PACT_BROKER_LOG_DIR: folder, ...env },
        options: {},
      }).resolved.values,
    );
    for (const level of ['debug', 'info', 'warn', 'error', 'fatal'] as const) logger[level]('told');
    const file = join(folder, 'pact_broker.log');
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };

  it.each([[{}], [{ PACT_BROKER_LOG_FORMAT: 'json' }]])(
    'is a JSON object a line, which programs read: %j',
    (env) => {
      const lines = (logged(env) ?? '').trim().split('\n');
      expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(Array(4).fill('told'));
    },
  );

  it('is lines for people where that is wanted, in colours', () => {
    expect(logged({ PACT_BROKER_LOG_FORMAT: 'color' })).toMatch(
      /^\d\d:\d\d:\d\d INFO told\n\u001b\[33m\d\d:\d\d:\d\d WARN told/,
    );
  });

  it.each([
    ['debug', 5],
    ['info', 4],
    ['warn', 3],
    ['error', 2],
    ['fatal', 1],
    ['none', 0],
  ])('has what is as grave as "%s" or more', (level, count) => {
    expect((logged({ PACT_BROKER_LOG_LEVEL: level }) ?? '').split('\n').length - 1).toBe(count);
  });
});
