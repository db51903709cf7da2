import { expect, it } from '@jest/globals';
import { buildContext } from './build-context.ts';
import { projectFile } from './files.ts';

const context = (...paths: string[]) => buildContext(paths, projectFile('.dockerignore'));

it('sends what the build needs', () => {
  const needed = [
    'package.json',
    'package-lock.json',
    'LICENSE',
    'apps/demo/package.json',
    'libs/embedded-broker/src/web/assets/icon.svg',
    'tools/executable/src/main.ts',
  ];
  expect(context(...needed)).toEqual(needed);
});

it('sends no history, secrets, packages and results', () => {
  expect(
    context(
      '.git/config',
      '.env',
      'apps/demo/.env.local',
      'node_modules/a/index.js',
      'libs/a/node_modules/b/index.js',
      'dist-executable/embedded-broker',
      'workshop/01-a/start/a.ts',
      '.pact-broker/pact-broker.sqlite',
    ),
  ).toEqual([]);
});
