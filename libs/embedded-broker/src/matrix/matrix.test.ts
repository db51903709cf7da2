import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';

const toProduction = (name: string, version: string, more = '') =>
  `q[][pacticipant]=${name}&q[][version]=${version}&latestby=cvpv&environment=production${more}`;

describe('The matrix', () => {
  let broker: TestBroker;
  beforeEach(async () => {
    broker = await startTestBroker();
    await broker.publish('Con', 'Prov', { content: 'a', branch: 'main' });
  });
  afterEach(() => broker.close());

  describe('to an environment', () => {
    it('does not know while no provider is there', async () => {
      const { deployable, texts, rows } = await broker.matrix(toProduction('Con', '1'));
      expect(deployable).toBeNull();
      expect(rows).toEqual(['Con 1 Prov ? ?']);
      expect(texts).toEqual([
        'There is no verified pact between version 1 of Con and a version of Prov currently in production (no version is currently recorded as deployed/released in this environment)',
      ]);
    });

    it('says yes when the provider that is there verified it', async () => {
      await broker.verify('Con', 'Prov', { version: '10' });
      await broker.deploy('Prov', '10', 'production');
      const { deployable, texts, rows, summary } = await broker.matrix(toProduction('Con', '1'));
      expect(deployable).toBe(true);
      expect(rows).toEqual(['Con 1 Prov 10 true']);
      expect(summary).toMatchObject({ success: 1, failed: 0, unknown: 0 });
      expect(summary).not.toHaveProperty('ignored');
      expect(texts).toEqual(['All required verification results are published and successful']);
    });

    it('says no when it failed, until a later result of that version', async () => {
      await broker.verify('Con', 'Prov', { version: '10', success: false });
      await broker.deploy('Prov', '10', 'production');
      const { deployable, texts } = await broker.matrix(toProduction('Con', '1'));
      expect(deployable).toBe(false);
      expect(texts).toEqual([
        'The verification for the pact between version 1 of Con and the version of Prov currently in production (10) failed',
      ]);
      await broker.verify('Con', 'Prov', { version: '10' });
      expect((await broker.matrix(toProduction('Con', '1'))).deployable).toBe(true);
    });

    it('lets the first provider go, since no consumer is there', async () => {
      await broker.verify('Con', 'Prov', { version: '10' });
      const { deployable, texts } = await broker.matrix(toProduction('Prov', '10'));
      expect(deployable).toBe(true);
      expect(texts).toEqual(['There are no missing dependencies']);
    });

    it('does not know of a provider version without results when a consumer is there', async () => {
      await broker.deploy('Con', '1', 'production');
      await broker.request('PUT', '/pacticipants/Prov/versions/11', {});
      const { deployable, texts } = await broker.matrix(toProduction('Prov', '11'));
      expect(deployable).toBeNull();
      expect(texts).toEqual([
        'There is no verified pact between the version of Con currently in production (1) and version 11 of Prov',
      ]);
    });

    it('never says yes while another live version has no result', async () => {
      await broker.verify('Con', 'Prov', { version: '10' });
      await broker.request('PUT', '/pacticipants/Prov/versions/11', {});
      await broker.deploy('Prov', '10', 'production', { applicationInstance: 'a' });
      await broker.deploy('Prov', '11', 'production', { applicationInstance: 'b' });
      for (const latestby of ['cvpv', 'cvp']) {
        const { deployable, rows, texts } = await broker.matrix(
          toProduction('Con', '1').replace('cvpv', latestby),
        );
        expect(deployable).toBeNull();
        expect(rows).toEqual(['Con 1 Prov 11 ?', 'Con 1 Prov 10 true']);
        expect(texts).toEqual([
          'There is no verified pact between version 1 of Con and one of the versions of Prov currently in production (11)',
        ]);
      }
    });

    it('looks at every live version, not only at the newest', async () => {
      await broker.verify('Con', 'Prov', { version: '10', success: false });
      await broker.verify('Con', 'Prov', { version: '11' });
      await broker.deploy('Prov', '10', 'production', {}, 'pb:record-release');
      await broker.deploy('Prov', '11', 'production', {}, 'pb:record-release');
      const { deployable } = await broker.matrix(toProduction('Con', '1').replace('cvpv', 'cvp'));
      expect(deployable).toBe(false);
    });

    it('only counts what a consumer version needs itself', async () => {
      await broker.verify('Con', 'Prov', { version: '10' });
      await broker.deploy('Prov', '10', 'production');
      await broker.publish('Con', ['Prov', 'Later'], { version: '2', content: 'a' });
      expect((await broker.matrix(toProduction('Con', '1'))).deployable).toBe(true);
      expect((await broker.matrix(toProduction('Con', '2'))).deployable).toBeNull();
    });

    it('can leave a pacticipant out, or one version of it', async () => {
      await broker.verify('Con', 'Prov', { version: '10', success: false });
      await broker.deploy('Prov', '10', 'production');
      const ignoring = await broker.matrix(toProduction('Con', '1', '&ignore[][pacticipant]=Prov'));
      expect(ignoring).toMatchObject({
        deployable: true,
        summary: { ignored: 1 },
        rows: ['Con 1 Prov 10 false ignored'],
      });
      const version = (number: string) =>
        broker.matrix(toProduction('Con', '1', `&ignore[][pacticipant]=Prov&ignore[][version]=${number}`));
      expect((await version('10')).deployable).toBe(true);
      const other = await version('9');
      expect(other.deployable).toBe(false);
      expect(other.texts[0]).toBe('WARN: Cannot ignore version 9 of Prov (no such version exists)');
    });
  });

  it('says no for a version that does not exist', async () => {
    const { deployable, texts, rows } = await broker.matrix(toProduction('Con', '77'));
    expect(deployable).toBe(false);
    expect(rows).toEqual([]);
    expect(texts).toEqual(['No pacts or verifications have been published for version 77 of Con']);
  });

  it('wants a version to have the tag or branch that is asked for with it', async () => {
    const ask = (more: string) => broker.matrix(`q[][pacticipant]=Con&q[][version]=1&${more}&latestby=cvp`);
    expect(await ask('q[][tag]=x')).toMatchObject({
      deployable: false,
      texts: expect.arrayContaining(['No version with tag x exists for Con']) as unknown,
    });
    expect((await ask('q[][branch]=nope')).deployable).toBe(false);
    expect((await ask('q[][branch]=main')).rows).toHaveLength(1);
  });

  it('takes parameters without a value for absent', async () => {
    expect((await broker.matrix('q[][pacticipant]=Con&q[][version]=&environment=&latestby=')).rows).toEqual([
      'Con 1 Prov ? ?',
    ]);
  });

  it('compares two versions', async () => {
    await broker.verify('Con', 'Prov', { version: '10' });
    await broker.request('PUT', '/pacticipants/Prov/versions/11', {});
    const pair = (version: string) =>
      broker.matrix(
        `q[][pacticipant]=Con&q[][version]=1&q[][pacticipant]=Prov&q[][version]=${version}&latestby=cvpv`,
      );
    expect(await pair('10')).toMatchObject({ deployable: true, rows: ['Con 1 Prov 10 true'] });
    expect(await pair('11')).toMatchObject({
      deployable: null,
      rows: ['Con 1 Prov ? ?'],
      texts: ['There is no verified pact between version 1 of Con and version 11 of Prov'],
    });
  });

  it('warns when the question is vague', async () => {
    const environment =
      'WARN: It is recommended to specify the environment into which you are deploying. Without the environment, this result will not be reliable.';
    const version =
      'WARN: It is recommended to specify the version number (rather than the tag or branch) of the pacticipant you wish to deploy to avoid race conditions. Without a version number, this result will not be reliable.';
    expect(
      (await broker.matrix('q[][pacticipant]=Con&q[][version]=1&latestby=cvp&latest=true')).texts,
    ).toContain(environment);
    const branch = await broker.matrix(
      'q[][pacticipant]=Con&q[][branch]=main&q[][latest]=true&latestby=cvp&environment=test',
    );
    expect(branch.texts[0]).toBe(version);
    expect(branch.texts[1]).toContain('the latest version of Con from branch main (1)');
  });

  it('keeps the newest provider version of each consumer version', async () => {
    await broker.verify('Con', 'Prov', { version: '10', success: false });
    await broker.verify('Con', 'Prov', { version: '11' });
    const rows = async (latestby: string) =>
      (await broker.matrix(`q[][pacticipant]=Con&q[][version]=1${latestby}`)).rows;
    expect(await rows('&latestby=cvp')).toEqual(['Con 1 Prov 11 true']);
    expect(await rows('&latestby=cvpv')).toEqual(['Con 1 Prov 11 true', 'Con 1 Prov 10 false']);
    await broker.verify('Con', 'Prov', { version: '11', success: false });
    expect(await rows('')).toEqual(['Con 1 Prov 11 false', 'Con 1 Prov 11 true', 'Con 1 Prov 10 false']);
    expect(await rows('&success[]=true')).toEqual(['Con 1 Prov 11 true']);
  });

  it('says what to do about as many missing results as rows may be shown', async () => {
    for (const version of ['1', '2', '3'])
      await broker.publish('Unverified', 'Prov', { version, content: version });
    const all = 'q[][pacticipant]=Unverified&q[][pacticipant]=Prov&latestby=cvpv';
    expect((await broker.matrix(all)).prompts).toHaveLength(3);
    const { prompts, summary } = await broker.matrix(`${all}&limit=1`);
    expect(prompts).toEqual([
      expect.stringContaining('with the pact of version 3 of Unverified'),
      'To see what to do about 2 more, ask with a greater limit',
    ]);
    expect(summary.unknown).toBe(3);
  });

  it('looks at everything, whatever the limit shows', async () => {
    for (let i = 2; i <= 130; i++)
      await broker.publish('Con', 'Prov', { version: String(i), content: `content ${i}` });
    await broker.verify('Con', 'Prov', { version: '10' });
    await broker.deploy('Prov', '10', 'production');
    expect((await broker.matrix(toProduction('Con', '1'))).deployable).toBe(true);
    const all = await broker.matrix('q[][pacticipant]=Con&q[][pacticipant]=Prov&latestby=cvpv&limit=5');
    expect(all.rows).toHaveLength(5);
    expect(all.summary).toMatchObject({ success: 1, unknown: 129 });
    const usual = await broker.matrix('q[][pacticipant]=Con&q[][pacticipant]=Prov&latestby=cvpv');
    expect(usual.rows).toHaveLength(100);
  });

  it.each([
    ['', 'Please provide 1 or more version selectors.'],
    ['q[][pacticipant]=Nah', 'Pacticipant Nah not found'],
    ['q[][version]=1', 'Please specify the pacticipant name'],
    [
      'q[][pacticipant]=Con&q[][version]=1&q[][latest]=true',
      'A version number and latest flag cannot both be specified for Con',
    ],
    ['q[][pacticipant]=Con&environment=nah', "Environment with name 'nah' does not exist"],
    [
      'q[][pacticipant]=Con&environment=production&tag=x',
      'Cannot specify more than one of tag, environment and mainBranch.',
    ],
    [
      'q[][pacticipant]=Con&environment=production&latest=true',
      'Cannot specify both latest=true and an environment.',
    ],
    ['q[][pacticipant]=Con&ignore[]=Prov', 'Please specify the pacticipant name to ignore'],
    ['q[][pacticipant]=Con&ignore[][pacticipant]=', 'Please specify the pacticipant name to ignore'],
    [
      'q[][pacticipant]=Con&ignore[][pacticipant]=Prov&ignore[][version]=1&ignore[][latest]=true',
      'A version number and latest flag cannot both be specified for Prov to ignore',
    ],
    [
      'q[][pacticipant]=Con&tag=x&mainBranch=true',
      'Cannot specify more than one of tag, environment and mainBranch.',
    ],
    ['q[][pacticipant]=Con&limit=0', 'The limit must be 1 or greater.'],
    ['q[][pacticipant]=Con&limit=-1', 'The limit must be 1 or greater.'],
    ['q[][pacticipant]=Con&limit=some', 'The limit must be 1 or greater.'],
    ['q[][pacticipant]=Con&latestby=nonsense', "latestby must be one of: cvp, cvpv, cp, but was 'nonsense'"],
  ])('refuses ?%s', async (query, message) => {
    const answer = await broker.request('GET', `/matrix?${query}`);
    expect(answer).toMatchObject({ status: 400, body: { errors: [message] } });
  });

  it('comes as text, too', async () => {
    const { text, headers } = await broker.request('GET', `/matrix?${toProduction('Con', '1')}`, undefined, {
      accept: 'text/plain',
    });
    expect(headers.get('content-type')).toBe('text/plain;charset=utf-8');
    expect(text).toMatch(/^CONSUMER \| C_VERSION \| REVISION \| PROVIDER/);
    expect(text).toContain('Deployable: nil');
  });

  it('has a short form', async () => {
    await broker.verify('Con', 'Prov', { version: '10' });
    await broker.deploy('Prov', '10', 'production');
    const ask = (query: string) => broker.request('GET', `/can-i-deploy?${query}`);
    expect((await ask('pacticipant=Con&version=1&environment=production')).body).toMatchObject({
      summary: { deployable: true },
    });
    expect((await ask('pacticipant=Con&version=1&to=x')).body).toMatchObject({
      summary: { deployable: null },
    });
    expect((await ask('pacticipant=Con&version=1')).body).toEqual({
      errors: { '': ["Must specify either an environment or a 'to' tag."] },
    });
    expect((await ask('pacticipant=Nah&version=1&environment=nah')).body).toEqual({
      errors: {
        pacticipant: ['does not match an existing pacticipant'],
        environment: ["with name 'nah' does not exist"],
      },
    });
    const branch = await broker.request(
      'GET',
      '/pacticipants/Con/branches/main/latest-version/can-i-deploy/to-environment/production',
    );
    expect(branch.body).toMatchObject({ summary: { deployable: true } });
  });

  describe('says what to do about a missing result:', () => {
    const pact = 'the pact of version 1 of Con (provider/Prov/consumer/Con)';

    it('deploy the provider first, where it is not in the environment', async () => {
      const { prompts, summary } = await broker.matrix(toProduction('Con', '1'));
      expect(prompts).toEqual([
        `Deploy to production first a version of Prov that has verified ${pact}, and record the deployment`,
      ]);
      expect(summary.reason).toMatch(/^There is no verified pact .*\nDeploy to production first /);
    });

    it('verify the very version that is live, and each one that is', async () => {
      await broker.verify('Con', 'Prov', { version: '9' });
      for (const version of ['10', '11']) {
        await broker.request('PUT', `/pacticipants/Prov/versions/${version}`, {});
        await broker.deploy('Prov', version, 'production', { applicationInstance: version });
        expect((await broker.matrix(toProduction('Con', '1'))).prompts).toContain(
          `To get a result, verify version ${version} of Prov with ${pact}`,
        );
      }
      expect((await broker.matrix(toProduction('Con', '1'))).prompts).toHaveLength(2);
    });

    it('verify the provider version that is asked about with what its live consumers need', async () => {
      await broker.deploy('Con', '1', 'production');
      await broker.request('PUT', '/pacticipants/Prov/versions/11', {});
      expect((await broker.matrix(toProduction('Prov', '11'))).prompts).toEqual([
        `To get a result, verify version 11 of Prov with ${pact}`,
      ]);
    });

    it('verify a version from the branch, or one to be tagged, or any', async () => {
      const con = 'q[][pacticipant]=Con&q[][version]=1&latestby=cvp';
      const prompts = async (rest: string) => (await broker.matrix(con + rest)).prompts;
      expect(await prompts('&mainBranch=true&latest=true')).toEqual([
        `To get a result, verify a version of Prov from the main branch with ${pact}`,
      ]);
      expect(await prompts('&branch=feat&latest=true')).toEqual([
        `To get a result, verify a version of Prov from branch feat with ${pact}`,
      ]);
      expect(await prompts('&tag=prod&latest=true')).toEqual([
        `To get a result, tag prod and verify a version of Prov with ${pact}`,
      ]);
      expect(await prompts('&q[][pacticipant]=Prov')).toEqual([
        `To get a result, verify a version of Prov with ${pact}`,
      ]);
    });

    it('nothing, where a failure or a version that does not exist decides', async () => {
      await broker.verify('Con', 'Prov', { version: '10', success: false });
      await broker.deploy('Prov', '10', 'production');
      expect((await broker.matrix(toProduction('Con', '1'))).prompts).toEqual([]);
      expect((await broker.matrix(toProduction('Con', '77'))).prompts).toEqual([]);
    });
  });
});
