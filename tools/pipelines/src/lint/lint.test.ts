import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parseAction, parseWorkflow, type Step } from '../github/documents.ts';
import { actionFiles, actions, projectWorkflows, userWorkflows } from '../github/files.ts';
import { read, top } from '../top.ts';
import type { Finding } from './linters.ts';
import { breaches } from './rules.ts';

const linters = fileURLToPath(new URL('linters.ts', import.meta.url));
const workflows = [...projectWorkflows, ...userWorkflows];

/** What the linters say about files of the project, or others. */
function lint(files: readonly string[]): Finding[] {
  const command = ['--disable-warning=ExperimentalWarning', linters, ...files];
  return JSON.parse(execFileSync(process.execPath, command, { cwd: top, encoding: 'utf8' })) as Finding[];
}

it('there is enough to look at', () => {
  expect(actions).toEqual(['can-i-deploy', 'publish', 'record-deployment', 'verify']);
  expect(projectWorkflows.length).toBeGreaterThan(3);
  expect(userWorkflows).toHaveLength(2);
});

describe('The linters', () => {
  it('find nothing in actions and workflows', () => {
    expect(lint([...workflows, ...actionFiles])).toEqual([]);
  });

  it('find what is wrong', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lint-'));
    const workflow = join(folder, 'workflow.yml');
    const action = join(folder, 'action.yml');
    writeFileSync(
      workflow,
      `on: push
jobs:
  a:
    runs-on: ubuntu-lastest
    permissions: { id-tokn: write }
    steps:
      - run: echo
        env: { A: '\${{ steps.none.outputs.a }}' }
`,
    );
    writeFileSync(
      action,
      `name: a
description: a
runs:
  using: composite
  steps:
    - run: echo
      env: { A: '\${{ secrets.a }}' }
`,
    );
    const found = lint([workflow, action]).map(({ linter, line, message }) => `${linter} ${line} ${message}`);
    rmSync(folder, { recursive: true });
    expect(found).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^actionlint 4 label "ubuntu-lastest" is unknown/),
        expect.stringMatching(/^actionlint 5 unknown permission scope "id-tokn"/),
        expect.stringMatching(/^GitHub 5 Unexpected value 'id-tokn'/),
        expect.stringMatching(/^actionlint 8 property "none" is not defined/),
        expect.stringMatching(/^GitHub \d Required property is missing: shell/),
        expect.stringMatching(/^GitHub 7 Unrecognized named-value: 'secrets'/),
      ]),
    );
  });
});

describe('The rules of safe pipelines', () => {
  it.each([...workflows, ...actionFiles])('%s', (file) => {
    expect(breaches(read(file))).toEqual([]);
  });

  it.each([
    ['uses: actions/checkout@v7', 'an action is pinned to a commit'],
    ['uses: pact-workshop/pact-workshop-typescript/actions/publish@main', 'an action is pinned to a commit'],
    [`uses: actions/checkout@${'0'.repeat(40)}`, 'a comment names the version of a pinned action'],
    ['run: echo ${{ inputs.a }}', 'a script gets values from variables, not from expressions'],
    ['on: pull_request_target', 'no code of a stranger runs with the rights of the repository'],
    ['on: { workflow_run: {} }', 'no code of a stranger runs with the rights of the repository'],
  ])('%s', (line, rule) => {
    expect(breaches(`a: 1\n${line}\n`)).toEqual([{ line: 2, rule }]);
  });

  it('one action has one version everywhere', () => {
    const uses = workflows.flatMap(
      (file) => read(file).match(/(?<=uses: )[\w-]+\/[^\s@]+@[0-9a-f]{40} # v\S+/g) ?? [],
    );
    const versions = Map.groupBy(uses, (use) => use.split('@')[0]);
    expect([...versions].filter(([, all]) => new Set(all).size > 1)).toEqual([]);
    expect(versions.size).toBe(4);
  });
});

describe('The jobs', () => {
  const jobs = workflows.flatMap((file) =>
    Object.entries(parseWorkflow(read(file)).jobs).map(([name, job]) => ({ file, name, job })),
  );
  const steps: readonly Step[] = jobs.flatMap(({ job }) => job.steps);

  it('have as few rights as they need', () => {
    expect(
      new Set(projectWorkflows.map((file) => JSON.stringify(parseWorkflow(read(file)).permissions))),
    ).toEqual(new Set(['{}']));
    expect(userWorkflows.map((file) => parseWorkflow(read(file)).permissions)).toEqual([
      { contents: 'read' },
      { contents: 'read' },
    ]);
    const more = jobs
      .filter(({ file }) => projectWorkflows.includes(file))
      .filter(({ job }) => JSON.stringify(job.permissions) !== '{"contents":"read"}')
      .map(({ file, name, job }) => [file, name, job.permissions]);
    expect(more).toEqual([
      ['.github/workflows/release.yml', 'stage', { 'id-token': 'write' }],
      ['.github/workflows/release.yml', 'draft', { contents: 'write' }],
    ]);
  });

  it('end in time', () => {
    expect(jobs.filter(({ job }) => job['timeout-minutes'] === undefined)).toEqual([]);
  });

  it('leave no credentials in the checkout', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.length).toBeGreaterThan(5);
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
  });

  it('of a release take nothing from a cache', () => {
    const release = jobs.filter(({ file }) => file.endsWith('/release.yml')).flatMap(({ job }) => job.steps);
    const nodes = release.filter(({ uses }) => uses?.startsWith('actions/setup-node@'));
    expect(nodes.length).toBeGreaterThan(1);
    expect(nodes.filter((step) => step.with?.['package-manager-cache'] !== false)).toEqual([]);
  });

  it('of the project run targets that make has', () => {
    const targets: readonly string[] =
      `${read('Makefile')}\n${read('workflow.mk')}`.match(/^[a-z-]+(?=:.*## )/gm) ?? [];
    const runs = jobs
      .filter(({ file }) => projectWorkflows.includes(file))
      .flatMap(({ job }) => job.steps.flatMap(({ run }) => run ?? []));
    const wanted = runs.filter((run) => run.startsWith('make ')).flatMap((run) => run.split(' ').slice(1));
    expect(wanted.length).toBeGreaterThan(5);
    expect(wanted.filter((target) => !targets.includes(target))).toEqual([]);
  });
});

describe('The inputs of the actions', () => {
  it.each(actionFiles)('%s has those that it uses', (file) => {
    const text = read(file);
    const used = new Set(text.match(/(?<=\binputs\.)[\w-]+/g));
    expect([...used].sort()).toEqual(Object.keys(parseAction(text).inputs).sort());
  });

  it('have descriptions that say what they are', () => {
    const descriptions = actionFiles.flatMap((file) =>
      Object.entries(parseAction(read(file)).inputs).map(
        ([input, { description }]) => [input, description] as const,
      ),
    );
    const types = /^(Text|Path|URL|Secret|JSON object|true or false|Whole number|Version)\b/;
    expect(descriptions.filter(([, description]) => !types.test(description))).toEqual([]);
  });
});
