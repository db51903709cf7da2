// What every project's Jest shares: native ES modules, TypeScript without type checks (`make typecheck` does those).
import { fileURLToPath } from 'node:url';

const preset = {
  testEnvironment: 'node',
  roots: ['<rootDir>/src'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': fileURLToPath(new URL('jest.transform.mjs', import.meta.url)) },
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '\\.pact\\.test\\.ts$'],
  testTimeout: 30_000,
  // Much of a test's time is another process's: a browser's, a command's. Jest would leave a core free.
  maxWorkers: '100%',
  // Jest would look for this service of another project before it lists the files itself.
  watchman: false,
};

export default preset;

/** Contract tests run as targets of their own: the consumer's write the pact, the provider's read it. */
export const contractPreset = {
  ...preset,
  testMatch: ['**/*.pact.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};
