// Writes the version of the packages into the actions, the template and the pipelines to be copied: a part of make bump.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, top } from '../top.ts';
import { toolingVersion } from '../user/tooling.ts';
import { versionedFiles, withVersion } from './version-in.ts';

for (const file of versionedFiles) {
  const text = read(file);
  const written = withVersion(text, toolingVersion);
  if (written !== text) writeFileSync(join(top, file), written);
}
