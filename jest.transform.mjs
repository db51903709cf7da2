// Jest's TypeScript: types are stripped as Node does it where it runs the files (docs/decisions/no-build-step.md).
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';

const require = createRequire(import.meta.url);
const own = readFileSync(new URL(import.meta.url), 'utf8');

export default {
  getCacheKey: (source, path) => hash('sha1', [own, process.version, path, source].join('\0')),
  process(source, path, options) {
    try {
      return { code: stripTypeScriptTypes(source) };
    } catch {
      // TypeScript explains a mistake better than what strips. It takes a fifth of a second to load, only then.
      return compiler().process(source, path, options);
    }
  },
};

const compiler = () =>
  require('ts-jest').default.createTransformer({ useESM: true, tsconfig: '<rootDir>/tsconfig.json' });
