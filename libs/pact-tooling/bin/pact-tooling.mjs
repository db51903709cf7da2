#!/usr/bin/env node
// The command's door. It is JavaScript, so that an old Node can say what it lacks, and so that Node starts with what it
// compiled the time before.
import module from 'node:module';

const needed = '24.0';
// Not compared as text: the rules of a language take longer to load than some of the command.
const [major, minor] = process.versions.node.split('.').map(Number);
const [neededMajor, neededMinor] = needed.split('.').map(Number);
if (major < neededMajor || (major === neededMajor && minor < neededMinor)) {
  console.error(
    `pact-tooling needs Node ${needed} or newer; this is ${process.version} (${process.execPath}).\n` +
      'Where the npm package "node" is installed, "npx pact-tooling …" takes that one.',
  );
  process.exit(1);
}
module.enableCompileCache();
await import('../src/cli.ts');
