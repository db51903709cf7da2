import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectRoot } from './course/index.ts';

const appendix = join(projectRoot, 'workshop/appendix');

describe('The appendix', () => {
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
