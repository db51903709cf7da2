#!/usr/bin/env node
// The command's door. It is JavaScript, so that an old Node can say what it lacks, and so that Node starts with what it
// compiled the time before.
import module from 'node:module';

const needed = '24.0';
const isOlder = (version) => version.localeCompare(needed, 'en', { numeric: true }) < 0;
if (isOlder(process.versions.node)) {
  console.error(
    `pact-tooling needs Node ${needed} or newer; this is ${process.version} (${process.execPath}).\n` +
      'Where the npm package "node" is installed, "npx pact-tooling …" takes that one.',
  );
  process.exit(1);
}
module.enableCompileCache();
await import('../src/cli.ts');
