import { fileURLToPath } from 'node:url';
import preset from '../../jest.preset.mjs';

/** The workspace's preset, with the check that tests read only what Nx knows of. */
export default { ...preset, setupFiles: [fileURLToPath(new URL('src/check-reads.ts', import.meta.url))] };
