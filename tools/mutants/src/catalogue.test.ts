import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { withFault } from './apply.ts';
import { readCatalogue } from './catalogue.ts';

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const { mutants, needs } = await readCatalogue(at('tools/mutants/catalogue'));

test.each([...needs.keys()])(
  'the faults of %s apply to the product as it is, and leave code that can be read',
  async (module) => {
    for (const mutant of mutants.filter((one) => one.module === module)) {
      const file = `${mutant.project}/${mutant.file}`;
      const broken = withFault(await readFile(at(file), 'utf8'), mutant);
      expect([mutant.id, readable(file, broken)]).toEqual([mutant.id, 'readable']);
    }
  },
);

test('the nearest tests of every mutant are there', async () => {
  const files = new Set(mutants.flatMap(({ project, tests }) => tests.map((test) => `${project}/${test}`)));
  for (const file of files) await expect(readFile(at(file), 'utf8')).resolves.not.toBe('');
});

test('there are enough of them, in every module where a fault hurts most too', () => {
  expect(mutants.filter(({ equivalent }) => equivalent === undefined).length).toBeGreaterThanOrEqual(400);
  expect([...needs].filter(([, percent]) => percent === 100).map(([module]) => module)).toEqual([
    'access',
    'learner-data',
    'matrix-verdict',
    'pending-and-wip',
    'verification-outcome',
    'webhook-targets',
  ]);
});

/** What is wrong with the syntax of a file. */
function readable(file: string, text: string): string {
  if (!file.endsWith('.ts')) return 'readable';
  try {
    stripTypeScriptTypes(text);
    return 'readable';
  } catch (error) {
    return String(error);
  }
}
