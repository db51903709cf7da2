import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { pack, type Tarball } from '../pack.ts';
import { publicPackages, top } from '../public-packages.ts';
import { checks } from './checks.ts';
import { runMatrix } from './matrix.ts';
import { installNode, nodeVersions } from './nodes.ts';
import { brokerAlone, npmWorkspace, pnpmProject, userProject } from './project.ts';
import { measureStart } from './start-time.ts';
import { matrixTable } from './table.ts';

new Command('packages-test')
  .description(
    'Installs the packages of dist-packages/ outside of the project, and uses them there on several Nodes.',
  )
  .parse();

/** What the broker may bring along. */
const most = { packages: 60, bytes: 15e6 };

const directory = await mkdtemp(join(tmpdir(), 'packages-outside-'));
const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort());
try {
  const isGood = await testPackages();
  process.exitCode = isGood ? 0 : 1;
} catch (error) {
  if (!stopped.signal.aborted) throw error;
  process.exitCode = 130;
} finally {
  await rm(directory, { recursive: true, force: true });
}

async function testPackages(): Promise<boolean> {
  const tarballs = await Promise.all(
    publicPackages.map(({ folder }) => pack(join(top, 'dist-packages', folder))),
  );
  const [broker] = tarballs as [Tarball, ...Tarball[]];
  console.log('Installing the packages in projects outside of this one …');
  const alone = await brokerAlone(join(directory, 'alone'), broker);
  const places = {
    project: await userProject(join(directory, 'project'), tarballs),
    workspace: await npmWorkspace(join(directory, 'workspace'), tarballs),
    pnpm: await pnpmProject(join(directory, 'pnpm'), tarballs),
  };
  console.log(`Installing Node ${nodeVersions.join(', ')} …`);
  const nodes = await Promise.all(
    nodeVersions.map((version) => installNode(version, join(directory, `node-${version}`))),
  );
  const outcomes = await runMatrix(checks, nodes, {
    places,
    signal: stopped.signal,
    onOutcome: ({ check, node, failure }) =>
      console.log(`${failure === undefined ? '✔' : '✖'} Node ${node}: ${check.title}`),
  });
  const { fromPackage, fromSources } = await measureStart(
    join(places.project, 'node_modules/@pact-workshop/embedded-broker/bin/embedded-broker.mjs'),
  );

  for (const { check, node, failure } of outcomes)
    if (failure !== undefined) console.error(`\nNode ${node}: ${check.title}\n${failure}`);
  console.log(`\n${matrixTable(outcomes)}\n`);
  const isSmall = alone.packages <= most.packages && alone.bytes <= most.bytes;
  console.log(
    `The broker alone: ${alone.packages} package(s), ${(alone.bytes / 1e6).toFixed(1)} MB ` +
      `(at most ${most.packages} and ${most.bytes / 1e6} MB)${isSmall ? '' : ': TOO MUCH'}.`,
  );
  console.log(
    `From start to the first answer: ${fromPackage.toFixed(0)} ms from the package, ${fromSources.toFixed(0)} ms ` +
      `from the sources (${(fromPackage / fromSources).toFixed(2)} of it).`,
  );
  return isSmall && outcomes.every(({ failure }) => failure === undefined);
}
