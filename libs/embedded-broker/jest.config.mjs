import preset from '../../tools/nx-inputs/jest-preset.mjs';

export default { ...preset, testEnvironment: '<rootDir>/test/environment.mjs' };
