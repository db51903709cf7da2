import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeUnless } from '@pact-workshop/requirements/describe-unless';
import { projectFile } from './files.ts';

const analyze = (...args: string[]) => spawnSync('systemd-analyze', args, { encoding: 'utf8' });

const missing = analyze('--version').status === 0 ? undefined : 'systemd-analyze is not on this machine.';

describeUnless(missing)('deploy/embedded-broker.service', () => {
  let folder: string;
  let unit: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'embedded-broker-unit-'));
    unit = join(folder, 'embedded-broker.service');
    // The program has to be there for systemd.
    const text = projectFile('deploy/embedded-broker.service').replace(/(?<=^ExecStart=)\S+/m, '/bin/true');
    writeFileSync(unit, text);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is a valid unit', () => {
    expect(analyze('verify', unit)).toMatchObject({ status: 0, stderr: '' });
    writeFileSync(join(folder, 'wrong.service'), '[Service]\nTyp=exec\nExecStart=/bin/true\n');
    expect(analyze('verify', join(folder, 'wrong.service')).stderr).toContain('Unknown key');
  });

  it('is as confined as systemd calls good', () => {
    // In tenths; from 20 on, systemd no longer says so.
    expect(() =>
      execFileSync('systemd-analyze', ['security', '--offline=yes', '--threshold=19', unit]),
    ).not.toThrow();
  });
});
