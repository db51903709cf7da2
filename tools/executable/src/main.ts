import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { broker, licensesOf, run, top } from '@pact-workshop/packages';
import { Command } from 'commander';
import { bundleCommand, threadAsset } from './bundle.ts';
import { nodeFlags } from './door.ts';
import { makeExecutable } from './executable.ts';
import { getNode } from './node-runtime.ts';
import { executable, outputFolder } from './output.ts';

new Command('executable')
  .description('Makes one executable of the broker for this platform, in dist-executable/.')
  .parse();

const folder = await mkdtemp(join(tmpdir(), 'executable-'));
try {
  const node = await getNode();
  const flags = nodeFlags(await readFile(join(broker, 'bin/embedded-broker.mjs'), 'utf8'));
  const { program, thread, metafiles } = await bundleCommand(folder, flags.v8);
  await mkdir(outputFolder, { recursive: true });
  await makeExecutable(executable, folder, {
    ...{ node: node.executable, options: flags.options },
    ...{ program, assets: { [threadAsset]: thread } },
  });
  const licenses = [
    await readFile(join(top, 'LICENSE'), 'utf8'),
    await licensesOf(metafiles),
    `Node.js ${node.version}\n\n${node.license}`,
  ];
  await writeFile(join(outputFolder, 'licenses.txt'), licenses.join(`\n${'-'.repeat(80)}\n\n`));
  const { size } = await stat(executable);
  const version = (await run(executable, ['--version'])).trim();
  console.log(`${executable}: ${(size / 1e6).toFixed(1)} MB, Node ${node.version}, broker ${version}`);
} finally {
  await rm(folder, { recursive: true });
}
