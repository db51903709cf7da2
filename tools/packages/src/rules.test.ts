import { describe, expect, it } from '@jest/globals';
import { packagedDoor } from './command-door.ts';
import { reachableDeclarations } from './declarations.ts';
import { placeOf, withFoldedImports } from './folding.ts';
import { publicManifest } from './manifest.ts';

describe('The package.json of a package', () => {
  const options = { repository: 'https://example.org/r', directory: 'libs/tool', dependencies: true };
  const tool = {
    name: '@x/tool',
    version: '1.2.3',
    private: true,
    scripts: { test: 'jest' },
    devDependencies: { jest: '1.0.0' },
    dependencies: { '@x/client': '*', commander: '15.0.0' },
  };
  const client = {
    name: '@x/client',
    version: '1.2.3',
    dependencies: { axios: '1.21.1', commander: '15.0.0' },
  };

  it('has the dependencies of all code in it, but nothing of the workshop', () => {
    const manifest = publicManifest(tool, [client], options);
    expect(manifest).toMatchObject({
      name: '@x/tool',
      version: '1.2.3',
      engines: { node: '^22.13 || >=24' },
      repository: { type: 'git', url: 'git+https://example.org/r.git', directory: 'libs/tool' },
      dependencies: { axios: '^1.21.1', commander: '^15.0.0' },
    });
    expect(Object.keys(manifest)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(private|scripts|devDependencies|nx)$/)]),
    );
  });

  it('has no dependencies for a bundle', () => {
    expect(publicManifest(tool, [client], { ...options, dependencies: false })).not.toHaveProperty(
      'dependencies',
    );
  });

  it('is refused when two libraries want different versions', () => {
    const older = { ...client, dependencies: { commander: '14.0.0' } };
    expect(() => publicManifest(tool, [older], options)).toThrow(
      '@x/client wants commander ^14.0.0, another library ^15.0.0',
    );
  });
});

describe('The file that starts a command', () => {
  const door = "#!/usr/bin/env -S node --flag\nconst needed = '24.0';\nawait import('../src/cli.ts');\n";

  it('asks for the oldest Node of the package, loads compiled code, and starts where env takes no options', () => {
    expect(packagedDoor(door, '22.13')).toBe(
      "#!/usr/bin/env node\nconst needed = '22.13';\nawait import('../dist/cli.js');\n",
    );
  });

  it.each([door + door, door.replace('needed', 'least'), door.replace('src', 'lib'), door.slice(1)])(
    'is refused when it is not as expected',
    (text) => expect(() => packagedDoor(text, '22.13')).toThrow(/is \d times .*, not once/),
  );
});

describe('Code of another library in the package', () => {
  const folding = { own: 'tool', folds: ['client'] };

  it.each([
    ['tool/src/cli/main.js', 'dist/cli/main.js'],
    ['client/src/hal.js', 'dist/client/hal.js'],
  ])('%s lies at %s', (path, place) => expect(placeOf(path, folding)).toBe(place));

  it.each(['broker/src/index.js', 'tool/test/x.js'])('%s is refused', (path) =>
    expect(() => placeOf(path, folding)).toThrow(`${path} belongs to no library`),
  );

  it.each([
    ['dist/index.js', "'./client/index.js'"],
    ['dist/cli/main.js', "'../client/index.js'"],
  ])('is imported in %s from %s', (place, specifier) =>
    expect(withFoldedImports("import { a } from '@pact-workshop/client';", place, folding)).toBe(
      `import { a } from ${specifier};`,
    ),
  );
});

it('of the declarations those that a user can reach go into a package', () => {
  const texts = new Map([
    ['dist/index.d.ts', "export { a } from './a/index.js';"],
    [
      'dist/a/index.d.ts',
      "export declare const a: import('../b.js').B;\nimport type { I } from '../index.js';",
    ],
    ['dist/b.d.ts', "import type { Server } from 'node:http';"],
    ['dist/internal.d.ts', ''],
  ]);
  expect([...reachableDeclarations(texts, 'dist/index.d.ts')].sort()).toEqual([
    'dist/a/index.d.ts',
    'dist/b.d.ts',
    'dist/index.d.ts',
  ]);
  expect(() => reachableDeclarations(new Map([['x.d.ts', "import './gone.js';"]]), 'x.d.ts')).toThrow(
    'gone.d.ts',
  );
});
