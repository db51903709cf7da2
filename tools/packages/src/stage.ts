import { chmod, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { bundleBroker } from './bundle.ts';
import { packagedDoor } from './command-door.ts';
import { compile } from './compile.ts';
import { reachableDeclarations } from './declarations.ts';
import { placeOf, withFoldedImports, type Folding } from './folding.ts';
import { licensesOf } from './licenses.ts';
import { publicManifest, type SourceManifest } from './manifest.ts';
import { oldestNode, top, type PublicPackage } from './public-packages.ts';

/** What `require` gets: the one ES module, which Node itself loads. */
const commonJsDoor = `'use strict';
// Jest has a "require" and a "process" of its own, which load no ES module. The process of the main context is Node's.
const { getBuiltinModule } = require('node:vm').runInThisContext('process');
module.exports = getBuiltinModule('node:module').createRequire(__filename)('./dist/index.js');
`;

/**
 * Makes a package in `dist-packages/`, anew.
 * @returns its folder
 * @throws Error when the library does not compile
 */
export async function stage({ folder, folds, form }: PublicPackage): Promise<string> {
  const library = join(top, 'libs', folder);
  const target = join(top, 'dist-packages', folder);
  await rm(target, { recursive: true, force: true });
  await mkdir(join(target, 'dist'), { recursive: true });

  const source = await manifestIn(library);
  const manifest = publicManifest(
    source,
    await Promise.all(folds.map((name) => manifestIn(join(top, 'libs', name)))),
    {
      repository: (await manifestIn(top)).repository,
      directory: `libs/${folder}`,
      dependencies: form === 'modules',
    },
  );
  const manifestText = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeFile(join(target, 'package.json'), manifestText);
  await writeFile(join(target, 'index.cjs'), commonJsDoor);
  await writeFile(join(target, 'index.d.cts'), "export * from './dist/index.js';\n");
  for (const door of Object.values(source.bin ?? {})) await copyDoor(library, target, door);
  for (const paper of ['README.md', 'CHANGELOG.md']) await cp(join(library, paper), join(target, paper));
  await cp(join(top, 'LICENSE'), join(target, 'LICENSE'));

  const entries = form === 'bundle' ? ['index'] : ['index', 'cli'];
  const compiled = compiledFiles({ own: folder, folds }, entries, form);
  for (const [path, text] of compiled) await write(join(target, path), text);
  if (form === 'bundle') {
    const metafiles = await bundleBroker(join(target, 'dist'), manifestText);
    await writeFile(join(target, 'dist/third-party-licenses.txt'), await licensesOf(metafiles));
  }
  return target;
}

/** By their place in the package. Of declarations only those that a user can reach. */
function compiledFiles(
  folding: Folding,
  entries: readonly string[],
  form: PublicPackage['form'],
): Map<string, string> {
  const files = compile(
    [
      ...entries.map((entry) => `${folding.own}/src/${entry}.ts`),
      ...folding.folds.map((library) => `${library}/src/index.ts`),
    ],
    form === 'bundle' ? 'declarations' : 'everything',
  );
  const placed = new Map(
    files.map(({ path, text }) => {
      const place = placeOf(path, folding);
      return [place, withFoldedImports(text, place, folding)];
    }),
  );
  const reachable = reachableDeclarations(placed, 'dist/index.d.ts');
  return new Map([...placed].filter(([path]) => !path.endsWith('.d.ts') || reachable.has(path)));
}

async function copyDoor(library: string, target: string, door: string): Promise<void> {
  const path = join(target, 'bin', basename(door));
  await write(path, packagedDoor(await readFile(join(library, door), 'utf8'), oldestNode));
  await chmod(path, 0o755);
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

async function manifestIn(folder: string): Promise<SourceManifest & { readonly repository: string }> {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as SourceManifest & {
    readonly repository: string;
  };
}
