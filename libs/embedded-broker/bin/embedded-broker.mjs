#!/usr/bin/env -S node --disable-warning=ExperimentalWarning --min-semi-space-size=4 --max-semi-space-size=4
// The command's door. It is JavaScript, so that an old Node can say what it lacks, and so that Node starts with what it
// compiled the time before, TypeScript included: that halves the time to the first answer.
import module from 'node:module';
import v8 from 'node:v8';

const needed = '24.0';
const isOlder = (version) => version.localeCompare(needed, 'en', { numeric: true }) < 0;
if (isOlder(process.versions.node)) {
  console.error(
    `embedded-broker needs Node ${needed} or newer; this is ${process.version} (${process.execPath}).\n` +
      'Where the npm package "node" is installed, "npx embedded-broker …" takes that one.',
  );
  process.exit(1);
}
// With the small young generation of the first line it saves a broker that stays up about a hundred megabytes. In the
// package that line has no options, and NODE_OPTIONS=--max-semi-space-size=4 does the same. Set there, this would make the young generation so small that a publish waits for a collection or two.
v8.setFlagsFromString('--optimize-for-size');
module.enableCompileCache();
await import('../src/cli.ts');
