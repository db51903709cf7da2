// What every project's Jest shares: native ES modules, TypeScript by ts-jest without type checks (`make typecheck` does those).
const preset = {
  testEnvironment: 'node',
  roots: ['<rootDir>/src'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['ts-jest', { useESM: true, tsconfig: '<rootDir>/tsconfig.json' }] },
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '\\.pact\\.test\\.ts$'],
  testTimeout: 30_000,
  // Much of a test's time is another process's: a browser's, a command's. Jest would leave a core free.
  maxWorkers: '100%',
};

export default preset;

/** Contract tests run as targets of their own: the consumer's write the pact, the provider's read it. */
export const contractPreset = {
  ...preset,
  testMatch: ['**/*.pact.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};
