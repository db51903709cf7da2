// Jest's TypeScript: types are stripped as Node does it where it runs the files (docs/decisions/no-build-step.md).
import { createRequire, stripTypeScriptTypes } from 'node:module';

const require = createRequire(import.meta.url);

export default {
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
