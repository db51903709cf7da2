#!/usr/bin/env -S node --disable-warning=ExperimentalWarning
// The command's door. It is JavaScript, so that an old Node can say what it lacks, and so that Node starts with what it
// compiled the time before, TypeScript included.
import module from 'node:module';

if (Number.parseInt(process.versions.node) < 24) {
  console.error(
    `The workshop needs Node 24 or newer; this is ${process.version} (${process.execPath}).\n` +
      'Node 24 comes with the project: after "make install", "npx workshop …" in its folder takes that one.',
  );
  process.exit(1);
}
module.enableCompileCache();
await import('../src/cli.ts');
