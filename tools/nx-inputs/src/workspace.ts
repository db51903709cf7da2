import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Input, NxConfiguration, Project } from './inputs.ts';

/** Not imported: Jest would hand the tests the same import, made before the check is in place. */
const { globSync, readFileSync } = process.getBuiltinModule('node:fs');

/** The workspace's folder. */
export const workspaceRoot = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

interface PackageJson {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly nx?: { readonly targets?: Readonly<Record<string, { readonly inputs?: readonly Input[] }>> };
}

const read = (path: string): unknown => JSON.parse(readFileSync(join(workspaceRoot, path), 'utf8'));

export const nxConfiguration = (): NxConfiguration => read('nx.json') as NxConfiguration;

/** Every project of the workspace. */
export function projects(): Project[] {
  return globSync('{apps,libs,tools}/*/package.json', { cwd: workspaceRoot }).map((path) => {
    const { name, dependencies, devDependencies, nx } = read(path) as PackageJson;
    return {
      name,
      root: dirname(path),
      dependencies: Object.keys({ ...dependencies, ...devDependencies }),
      testInputs: nx?.targets?.['test']?.inputs,
    };
  });
}
