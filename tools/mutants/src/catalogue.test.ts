import { expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { withFault } from './apply.ts';
import { readCatalogue } from './catalogue.ts';

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const { mutants } = await readCatalogue(at('tools/mutants/catalogue'));

test.each(mutants.map((mutant) => [mutant.id, mutant] as const))(
  '%s applies to the product as it is, and leaves TypeScript that can be read',
  async (_, mutant) => {
    const broken = withFault(await readFile(at(`${mutant.project}/${mutant.file}`), 'utf8'), mutant);
    const { diagnostics } = ts.transpileModule(broken, { reportDiagnostics: true });
    expect(diagnostics?.map(({ messageText }) => messageText)).toEqual([]);
  },
);

test('the nearest tests of every mutant are there', async () => {
  const files = new Set(mutants.flatMap(({ project, tests }) => tests.map((test) => `${project}/${test}`)));
  for (const file of files) await expect(readFile(at(file), 'utf8')).resolves.not.toBe('');
});
