import preset from '../nx-inputs/jest-preset.mjs';

// A test runs whole pipelines: a dozen commands, each of which starts npm.
export default { ...preset, testTimeout: 120_000 };
