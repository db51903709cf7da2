#!/usr/bin/env -S node --disable-warning=ExperimentalWarning --min-semi-space-size=4 --max-semi-space-size=4
// The command's door. It is JavaScript, so that an old Node can say what it lacks, and so that Node starts with what it
// compiled the time before, TypeScript included: that halves the time to the first answer.
import module from 'node:module';

const needed = '24.0';
// Not compared as text: the rules of a language take longer to load than some of the command.
const [major, minor] = process.versions.node.split('.').map(Number);
const [neededMajor, neededMinor] = needed.split('.').map(Number);
if (major < neededMajor || (major === neededMajor && minor < neededMinor)) {
  console.error(
    `embedded-broker needs Node ${needed} or newer; this is ${process.version} (${process.execPath}).\n` +
      'Where the npm package "node" is installed, "npx embedded-broker …" takes that one.',
  );
  process.exit(1);
}
// The first line keeps the young generation small, which saves a broker that stays up about twenty megabytes. In the
// package that line has no options, and NODE_OPTIONS=--max-semi-space-size=4 does the same. Set there, this would make the
// young generation so small that a publish waits for a collection or two. This one has the heap collected before it has
// more than doubled: after pacts of 5 MB it saves two hundred megabytes. A fifth in place of that would save fifty more, and
// reading such a pact would take half as long again. --optimize-for-size makes every request longer. While the broker loads
// it takes time, so that it is not for one that ends with a command.
if (process.argv[2] !== 'exec') {
  const v8 = process.getBuiltinModule('node:v8');
  v8.setFlagsFromString('--heap-growing-percent=100');
}
module.enableCompileCache();
await import('../src/cli.ts');
