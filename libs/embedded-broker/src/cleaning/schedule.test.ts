import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { startTestBroker } from '../../test/broker-client.ts';
import { configure } from '../config/index.ts';
import { openDatabase } from '../database/index.ts';
import { rulesOf, scheduleClean } from './index.ts';

/** The values of the settings that the environment says. */
const valuesOf = (env: Record<string, string>) => configure({ env, options: {} }).resolved.values;
const enabled = {
  PACT_BROKER_DATABASE_CLEAN_ENABLED: 'true',
  PACT_BROKER_DATABASE_CLEAN_KEEP_VERSION_SELECTORS: '[{"latest":true}]',
};

describe('A clean on a schedule', () => {
  let directory: string;
  let db: string;
  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'embedded-broker-schedule-'));
    db = join(directory, 'broker.sqlite');
    await using broker = await startTestBroker({ db });
    for (const version of ['1', '2', '3']) await broker.publish('Con', 'Prov', { version });
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  /** What a run of the schedule logs, and which versions it leaves. */
  const run = async (env: Record<string, string>, file = db) => {
    const lines: Record<string, unknown>[] = [];
    const logger = pino(
      { base: null },
      { write: (line) => void lines.push(JSON.parse(line) as object as never) },
    );
    const schedule = scheduleClean(file, valuesOf(env), logger);
    try {
      await schedule?.trigger();
    } finally {
      schedule?.stop();
    }
    const database = openDatabase(db);
    const rows = database.all<{ number: string }>('SELECT number FROM versions ORDER BY id');
    database.close();
    return { planned: schedule !== undefined, lines, left: rows.map(({ number }) => number).join('') };
  };

  it('deletes what the settings do not keep, and says how much', async () => {
    expect(await run(enabled)).toMatchObject({
      left: '3',
      lines: [{ level: 30, msg: 'cleaned', deleted: { versions: 2 }, kept: { versions: 1 } }],
    });
  });

  it('deletes stale branches, and none where there are no selectors of branches', async () => {
    const database = openDatabase(db);
    for (const name of ['old', 'older'])
      database.run(
        "INSERT INTO branches (pacticipant_id, name, created_at, updated_at) SELECT id, ?, '2020', '2020' FROM pacticipants WHERE name = 'Con'",
        name,
      );
    database.close();
    const off = { ...enabled, PACT_BROKER_DATABASE_CLEAN_KEEP_BRANCH_SELECTORS: 'null' };
    const dry = { ...enabled, PACT_BROKER_DATABASE_CLEAN_DRY_RUN: 'true' };
    expect((await run(off)).lines).toMatchObject([{ msg: 'cleaned', deleted: { branches: 0 } }]);
    expect((await run(dry)).lines).toMatchObject([
      {
        counts: { totalBranches: 2, branchesToDelete: 2, branchesToKeep: 0 },
        branches: [{ pacticipant: 'Con', names: ['old', 'older'] }],
      },
    ]);
    expect((await run(enabled)).lines).toMatchObject([{ msg: 'cleaned', deleted: { branches: 2 } }]);
  });

  it('deletes nothing in a dry run, and says what it would delete', async () => {
    expect(await run({ ...enabled, PACT_BROKER_DATABASE_CLEAN_DRY_RUN: 'true' })).toMatchObject({
      left: '123',
      lines: [
        {
          msg: 'clean would delete',
          versions: [{ pacticipant: 'Con', count: 2, from: '1', to: '2' }],
          overwritten: { publications: 0, verifications: 0 },
        },
      ],
    });
  });

  it.each([{}, { ...enabled, PACT_BROKER_DATABASE_CLEAN_ENABLED: 'false' }])(
    'does not run unless it is enabled: %j',
    async (env) => {
      expect(await run(env)).toEqual({ planned: false, lines: [], left: '123' });
    },
  );

  it('does not run on a database in memory, which it could not reach', async () => {
    expect(await run(enabled, ':memory:')).toEqual({ planned: false, lines: [], left: '123' });
  });

  it('runs when the settings say, by default once a night', () => {
    const nextRuns = (env: Record<string, string>) => {
      const schedule = scheduleClean(db, valuesOf({ ...enabled, ...env }), pino({ level: 'silent' }));
      try {
        return schedule?.nextRuns(2, '2030-01-01T12:00:00').map((date) => date.toLocaleString('en-GB'));
      } finally {
        schedule?.stop();
      }
    };
    expect(nextRuns({})).toEqual(['02/01/2030, 02:15:00', '03/01/2030, 02:15:00']);
    expect(nextRuns({ PACT_BROKER_DATABASE_CLEAN_CRON_SCHEDULE: '30 */6 * * *' })).toEqual([
      '01/01/2030, 12:30:00',
      '01/01/2030, 18:30:00',
    ]);
  });

  it('reports a failure, and nothing else fails', async () => {
    expect(await run(enabled, directory)).toMatchObject({
      left: '123',
      lines: [{ level: 50, msg: 'clean failed', err: { message: expect.stringContaining(directory) } }],
    });
  });

  it('goes by the rules of the settings', () => {
    const env = {
      PACT_BROKER_DATABASE_CLEAN_DELETION_LIMIT: '20',
      PACT_BROKER_DATABASE_CLEAN_OVERWRITTEN_DATA_MAX_AGE: '3',
      PACT_BROKER_DATABASE_CLEAN_KEEP_VERSION_SELECTORS: '[{"max_age":5}]',
      PACT_BROKER_DATABASE_CLEAN_KEEP_BRANCH_SELECTORS: '[{"branch":"dev"}]',
      PACT_BROKER_DATABASE_CLEAN_BRANCH_DELETION_LIMIT: '4',
    };
    expect(rulesOf(valuesOf(env), new Date('2030-01-01T00:00:00Z'))).toEqual({
      keepBranches: [{ branch: 'dev' }],
      branchLimit: 4,
      keep: [{ maxAge: 5 }],
      limit: 20,
      overwrittenMaxAge: 3,
      now: '2030-01-01T00:00:00.000Z',
    });
  });
});
