import preset from '../../tools/nx-inputs/jest-preset.mjs';

export default { ...preset };
