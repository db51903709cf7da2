import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectRoot } from './course/index.ts';
import { runProgram } from './processes/index.ts';

const appendix = join(projectRoot, 'workshop/appendix');

describe('The appendix', () => {
  it('has an example of messages whose contract is written and verified', async () => {
    const cwd = await mkdtemp(join(tmpdir(), 'appendix-'));
    const run = (file: string) => runProgram(process.execPath, [join(appendix, 'messages', file)], { cwd });
    try {
      expect((await run('consumer.ts')).stdout).toContain('MailService-UserEvents.json is written');
      expect((await run('provider.ts')).stdout).toContain('The message is as the contract wants it.');
    } finally {
      await rm(cwd, { recursive: true });
    }
  });

  it('links to existing files', async () => {
    for (const name of (await readdir(appendix)).filter((file) => file.endsWith('.md'))) {
      const text = await readFile(join(appendix, name), 'utf8');
      const targets = [...text.matchAll(/\]\((?!https?:)(?<target>[^)#]+)/g)].map(
        (match) => match.groups?.['target'] ?? '',
      );
      expect(targets.filter((target) => !existsSync(join(appendix, target)))).toEqual([]);
    }
  });
});
