import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Probe } from '../answers.ts';
import type { CourseLesson } from '../load-course.ts';
import { probe } from './probes.ts';

const test = 'apps/shop/src/price.test.mjs';
const config = `export default { testEnvironment: 'node', testMatch: ['**/*.test.mjs'], watchman: false };\n`;
const price = (amount: number) => `export const price = () => ${amount};\n`;
const testOf = (expectation: string) => `import { expect, it } from '@jest/globals';
import { price } from './price.mjs';
it('has a price', () => ${expectation});
`;

describe('A probe', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'probes-test-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const write = async (path: string, content: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  };
  /** What is said of a learner's test, with a probe that lays a wrong price under it. */
  async function saidOf(expectation: string, ends: Probe['ends'] = 'red'): Promise<string[]> {
    await write('playground/apps/shop/jest.config.mjs', config);
    await write('playground/apps/shop/src/price.mjs', price(10));
    await write(`playground/${test}`, testOf(expectation));
    await write('lesson/probes/too-much/apps/shop/src/price.mjs', price(99));
    const lesson = { folder: join(folder, 'lesson') } as CourseLesson;
    return probe(join(folder, 'playground'), lesson, [
      { name: 'too-much', test, ends, says: 'It is green.' },
    ]);
  }

  it('says nothing of a test that notices the fault', async () => {
    expect(await saidOf('expect(price()).toBe(10)')).toEqual([]);
  });

  it('says its sentence of a test that does not', async () => {
    expect(await saidOf('expect(price()).toBeGreaterThan(0)')).toEqual(['It is green.']);
  });

  it('says its sentence of a test that should be green, and is not', async () => {
    expect(await saidOf('expect(price()).toBe(10)', 'green')).toEqual(['It is green.']);
  });

  it('takes a file that can’t be loaded for red', async () => {
    expect(await saidOf('this is no JavaScript(')).toEqual([]);
  });
});
