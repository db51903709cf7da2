import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { workspaceRoot } from './workspace.ts';

test('The reference has no warnings: what is public is documented, and each link leads somewhere', () => {
  const typedoc = join(workspaceRoot, 'node_modules/typedoc/bin/typedoc');
  const { status, stdout, stderr } = spawnSync(process.execPath, [typedoc, '--emit', 'none'], {
    cwd: join(workspaceRoot, 'tools/api-reference'),
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: '1' },
  });
  expect(status === 0 ? '' : stdout + stderr).toBe('');
});
