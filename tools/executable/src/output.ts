import { join } from 'node:path';
import { top } from '@pact-workshop/packages';

/** Where the executable and its licenses go. */
export const outputFolder = join(top, 'dist-executable');

/** The executable. */
export const executable = join(
  outputFolder,
  process.platform === 'win32' ? 'embedded-broker.exe' : 'embedded-broker',
);
