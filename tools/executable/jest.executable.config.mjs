import preset from '../../jest.preset.mjs';

/** Tests of the executable that `make executable` makes, so of a file that Nx does not know of. */
export default { ...preset, roots: ['<rootDir>/test'] };
