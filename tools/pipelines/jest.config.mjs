import preset from '../nx-inputs/jest-preset.mjs';

export default { ...preset };
