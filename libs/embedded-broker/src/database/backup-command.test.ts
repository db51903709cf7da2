import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { runCli } from '../../test/cli-process.ts';
import { openDatabase } from './index.ts';

it('The command that backs up says where to, and replaces a file only with the option', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'embedded-broker-backup-command-'));
  try {
    const [db, copy] = [join(directory, 'broker.sqlite'), join(directory, 'copy.sqlite')];
    openDatabase(db).close();
    writeFileSync(copy, 'precious');
    const refused = await runCli(['backup', copy, '--db', db]);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain(
      `${copy} is there already; choose another name, or overwrite it with --force`,
    );
    expect(await runCli(['backup', copy, '--db', db, '--force'])).toEqual({
      code: 0,
      stdout: `Copied ${db} to ${copy}.\n`,
      stderr: '',
    });
  } finally {
    rmSync(directory, { recursive: true });
  }
});
