import preset from '../../tools/nx-inputs/jest-preset.mjs';

// A browser that shares two cores with other tests takes its time.
export default { ...preset, testTimeout: 180_000 };
