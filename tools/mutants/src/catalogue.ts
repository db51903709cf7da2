import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { moduleOfMutants, mutantsOf, type Mutant } from './mutant.ts';

/** All mutants, and how many percent of each module's the tests must notice. */
export interface Catalogue {
  readonly mutants: readonly Mutant[];
  readonly needs: ReadonlyMap<string, number>;
}

/**
 * Reads the catalogue.
 *
 * @param folder - holds a YAML file for each module
 * @throws Error that names the file, and the entry, that is not as it must be
 */
export async function readCatalogue(folder: string): Promise<Catalogue> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  const modules = await Promise.all(
    files.map(async (name) => {
      const read = moduleOfMutants.safeParse(parse(await readFile(join(folder, name), 'utf8')));
      if (!read.success) throw new Error(`${name}: ${z.prettifyError(read.error)}`);
      return read.data;
    }),
  );
  const mutants = modules.flatMap(mutantsOf);
  const twice = mutants.find(({ id }, index) => mutants.findIndex((other) => other.id === id) !== index);
  if (twice) throw new Error(`Two mutants are called ${twice.id}`);
  return { mutants, needs: new Map(modules.map(({ module, needs }) => [module, needs])) };
}
