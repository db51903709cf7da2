#!/usr/bin/env -S node --disable-warning=ExperimentalWarning --min-semi-space-size=4 --max-semi-space-size=4 --optimize-for-size
// The command's door. It is JavaScript, so that an old Node can say what it lacks, and so that Node starts with what it
// compiled the time before, TypeScript included: that halves the time to the first answer. The small young generation and
// "optimize for size" save a broker that stays up about a hundred megabytes; answers take no longer for it, publishing a fifth.
import module from 'node:module';

if (Number.parseInt(process.versions.node) < 24) {
  console.error(
    `embedded-broker needs Node 24 or newer; this is ${process.version} (${process.execPath}).\n` +
      'Where the npm package "node" is installed, as in the workshop, "npx embedded-broker …" takes that one.',
  );
  process.exit(1);
}
module.enableCompileCache();
await import('../src/cli.ts');
