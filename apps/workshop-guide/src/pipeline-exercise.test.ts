import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from './course/index.ts';
import { runCommand } from './processes/index.ts';

const lesson = join(projectRoot, 'workshop/14-webhooks-and-pipeline');
const file = '.github/workflows/contract-tests.yml';
const solution = readFileSync(join(lesson, 'solution', file), 'utf8');

describe('The check of the workflow in lesson 14', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pipeline-'));
  beforeAll(() => {
    cpSync(join(lesson, 'start/ci'), join(folder, 'ci'), { recursive: true });
    symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'), 'dir');
    mkdirSync(join(folder, '.github/workflows'), { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** The problems that the check reports in a changed solution. */
  async function missing(from: string, to: string): Promise<string[]> {
    expect(solution).toContain(from);
    writeFileSync(
      join(folder, file),
      solution.replace(from, () => to),
    );
    const { output } = await runCommand(folder, 'node ci/check-workflow.ts');
    expect(output).toMatch(/is ready|lacks/);
    return output.split('\n').filter((line) => line.startsWith('✘'));
  }

  const folded = `run: >-
          npx pact-tooling can-i-deploy --pacticipant AdminService --to-environment production
          --retry-while-unknown 30 --retry-interval 10`;
  const record = 'run: make record-deploy-consumer';

  it.each([
    ['as it is', folded, folded],
    [
      'options in another order, with "="',
      folded,
      `run: npx pact-tooling can-i-deploy --retry-interval=10 --retry-while-unknown=30 --to-environment=production --pacticipant="AdminService"`,
    ],
    [
      'the short name, over several lines',
      folded,
      'run: |\n          npx pact-tooling can-i-deploy \\\n            --retry-while-unknown 5 --to-environment production \\\n            -a AdminService',
    ],
    [
      'a single type',
      'types: [contract_requiring_verification_published]',
      'types: contract_requiring_verification_published',
    ],
    ['the environment named', record, 'run: make TO=production record-deploy-consumer'],
    [
      'the command behind make',
      record,
      'run: npx pact-tooling record-deployment --environment production -a AdminService',
    ],
    [
      'one call of make',
      '- run: make unit consumer\n      - run: make publish',
      '- run: make unit consumer publish',
    ],
    [
      'deployed and recorded in one step',
      `"Here goes what brings apps/admin-service to production."\n      - if: github.ref_name == 'main'\n        run: make`,
      '"Here goes" && make',
    ],
  ])('accepts a correct answer: %s', async (_, from, to) => {
    expect(await missing(from, to)).toEqual([]);
  });

  it.each([
    ['another service', '--pacticipant AdminService', '--pacticipant UserService', 2],
    ['no environment', '--to-environment production', '', 1],
    ['another environment', '--to-environment production', '--to-environment=test', 1],
    ['no second question', '--retry-while-unknown 30', '--retry-while-unknown 0', 1],
    [
      'a question that is commented out',
      folded,
      `run: |\n          # ${folded.slice(16).replaceAll('\n', ' ')}`,
      2,
    ],
    ['nothing recorded', record, 'run: echo done', 1],
  ])('refuses a wrong answer: %s', async (_, from, to, count) => {
    expect(await missing(from, to)).toHaveLength(count);
  });
});
