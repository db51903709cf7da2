import { contractPreset } from '../../jest.preset.mjs';

export default { ...contractPreset };
