#!/usr/bin/env -S node --disable-warning=ExperimentalWarning
// The entry point of the command. It is JavaScript, so that an old Node can print what is required, and so that Node
// uses its compile cache for all modules, TypeScript included.
import module from 'node:module';

if (Number.parseInt(process.versions.node) < 24) {
  console.error(
    `The workshop needs Node 24 or newer; this is ${process.version} (${process.execPath}).\n` +
      'The project installs Node 24: after "make install", "npx workshop …" in its folder uses it.',
  );
  process.exit(1);
}
module.enableCompileCache();
await import('../src/cli.ts');
