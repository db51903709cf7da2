import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { toolingVersion } from '../tooling-version.ts';
import { githubConsumer, githubProvider } from './templates/github.ts';
import { gitlabConsumer, gitlabProvider } from './templates/gitlab.ts';

const documented = (name: string) =>
  readFileSync(new URL(`../../../../docs/pipelines/${name}.yml`, import.meta.url), 'utf8');
/** The lines without those that say what a reader puts in, and without what is ready but out of force. */
const lines = (text: string) => text.split('\n').map((line) => line.replace(/^( *)# ?/, '$1').trim());

describe('A written pipeline', () => {
  it.each([
    ['github-consumer', githubConsumer],
    ['github-provider', githubProvider],
    ['gitlab-consumer', gitlabConsumer],
    ['gitlab-provider', gitlabProvider],
  ])('has what docs/pipelines/%s.yml has: actions, template, triggers, versions', (name, write) => {
    const written = lines(write({ name: 'Shop', hasTests: true, version: toolingVersion() }));
    const essential = lines(documented(name)).filter((line) =>
      /^(- uses: actions|types:|VERSION_|PACT_BROKER|branches:|- remote:|extends: \.pact-(publish|can|record)|- case|- if \[)/.test(
        line,
      ),
    );
    expect(essential.length).toBeGreaterThan(3);
    expect(written).toEqual(expect.arrayContaining(essential));
    const actions = documented(name).match(/actions\/(publish|can-i-deploy|record-deployment)@v\S+/g) ?? [];
    for (const action of actions) expect(written.join('\n')).toContain(action);
  });
});
