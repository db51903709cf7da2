import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../../test/broker-client.ts';
import { richPact } from '../../../test/rich-pact.ts';

describe('The page "Can I deploy?"', () => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startTestBroker();
    await broker.publish('Web', ['Orders', 'Users'], { version: '1', branch: 'main', content: 'a' });
    await broker.verify('Web', 'Orders', { version: '7' });
    await broker.verify('Web', 'Users', { version: '4' });
    await broker.deploy('Orders', '7', 'production');
    await broker.deploy('Users', '4', 'production');
    await broker.publish('Web', 'Orders', { version: '2', branch: 'feat/x', content: 'b' });
    await broker.verify('Web', 'Orders', { consumerVersion: '2', version: '7', success: false });
    await broker.publish('Web', 'Orders', { version: '3', tags: ['dev'], content: 'c' });
    await broker.publish('<b>Web', 'Orders', { version: '"><i>', content: 'd' });
  });
  afterAll(() => broker.close());
  const visit = (path: string) => broker.request('GET', path, undefined, { accept: 'text/html' });
  const heading = (text: string) => /<h2 id="answer"><span class="status (\w+)">(\w+)/.exec(text)?.slice(1);

  it.each([
    ['pacticipant=Web&version=1&environment=production', ['good', 'Yes']],
    ['pacticipant=Web&branch=feat/x&environment=production', ['bad', 'No']],
    ['pacticipant=Web&version=2&environment=production', ['bad', 'No']],
    ['pacticipant=Web&tag=dev&environment=production', ['open', 'Unknown']],
    ['pacticipant=Web&version=9&environment=production', ['bad', 'No']],
    ['pacticipant=Orders&version=7&environment=test', ['good', 'Yes']],
    ['pacticipant=Web&version=1', ['good', 'Yes']],
    ['pacticipant=Web&version=3&to=nowhere', ['open', 'Unknown']],
  ])('says what the API says to the same question: %s', async (question, answer) => {
    const { status, text } = await visit(`/can-i-deploy?${question}`);
    expect(status).toBe(200);
    expect(heading(text)).toEqual(answer);
    const [, query = ''] = /href="\/matrix\?([^"]*)"/.exec(text.replaceAll('&amp;', '&')) ?? [];
    const api = await broker.matrix(query);
    expect(api.deployable).toBe(answer[1] === 'Yes' ? true : answer[1] === 'No' ? false : null);
    for (const sentence of api.texts) expect(text).toContain(sentence);
    for (const sentence of api.prompts)
      expect(text.replace(/\/pact-version\/\w+/g, '')).toContain(sentence.replace(/ \(.*/s, ''));
  });

  it('shows with each reason the rows behind it and what to do about it', async () => {
    const { text } = await visit('/can-i-deploy?pacticipant=Web&version=2&environment=production');
    const [, reason = ''] = /<section class="reason">(.*?)<\/section>/s.exec(text) ?? [];
    expect(reason).toContain('The verification for the pact between');
    expect(reason).toContain('See in the result of version 7 of Orders which interactions of Web failed');
    expect(reason).toMatch(
      /href="\/pacts\/provider\/Orders\/consumer\/Web\/pact-version\/\w+\/verification-results\/\d+"/,
    );
    const { text: missing } = await visit('/can-i-deploy?pacticipant=Web&version=3&environment=production');
    expect(missing).toContain('verify version 7 of Orders with the pact of version 3 of Web');
    expect(missing).not.toContain('record-deployment');
    const { text: nowhere } = await visit('/can-i-deploy?pacticipant=Web&version=1&environment=test');
    expect(nowhere).toContain(
      'npx pact-tooling record-deployment --pacticipant Orders --version VERSION --environment test --broker-base-url http://127.0.0.1',
    );
    expect(missing).toContain(
      'pact-tooling can-i-deploy --pacticipant Web --version 3 --to-environment production',
    );
  });

  it('says of a failure that its contract marks the interaction as pending', async () => {
    await broker.request(
      'PUT',
      '/pacts/provider/Pictures/consumer/Web/version/5',
      richPact('Web', 'Pictures'),
    );
    const { body } = await broker.request('GET', '/pacts/provider/Pictures/consumer/Web/version/5');
    const { interactions, _links: links } = body as {
      interactions: { _id: string }[];
      _links: Record<string, { href: string }>;
    };
    const answer = async (...failed: number[]) => {
      await broker.request('POST', links['pb:publish-verification-results']?.href ?? '', {
        providerApplicationVersion: '1',
        success: false,
        testResults: interactions.map(({ _id }, i) => ({ interactionId: _id, success: !failed.includes(i) })),
      });
      return (await visit('/can-i-deploy?pacticipant=Web&version=5')).text.replaceAll('&quot;', '"');
    };
    const words =
      'marks "a picture" as pending: the build of Pictures stays green, but the failure counts here.';
    expect(await answer(1)).toContain(`The contract of Web ${words}`);
    expect(await answer(0)).not.toContain('stays green');
  });

  it('shows beside the form what is wrong with a question', async () => {
    expect((await visit('/can-i-deploy?pacticipant=Nobody')).text).toContain('Pacticipant Nobody not found');
    const nowhere = await visit('/can-i-deploy?pacticipant=Web&environment=nowhere');
    expect(nowhere.text).toContain("Environment with name 'nowhere' does not exist");
    expect((await visit('/can-i-deploy?version=1')).text).toContain('Please say which pacticipant');
    const both = await visit('/can-i-deploy?pacticipant=Web&environment=production&to=prod');
    expect(both.text).toContain('Cannot specify more than one of tag, environment and mainBranch.');
    expect((await visit('/can-i-deploy')).text).not.toContain('role="alert"');
  });

  it('is where the official addresses lead a browser', async () => {
    const answer = async (path: string) =>
      (await fetch(broker.url + path, { headers: { accept: 'text/html' }, redirect: 'manual' })).headers.get(
        'location',
      );
    expect(await answer('/pacticipants/Web/latest-version/dev/can-i-deploy/to/prod')).toBe(
      '/can-i-deploy?pacticipant=Web&tag=dev&to=prod',
    );
    expect(
      await answer(
        '/pacticipants/Web/branches/feat%2Fx/latest-version/can-i-deploy/to-environment/production',
      ),
    ).toBe('/can-i-deploy?pacticipant=Web&branch=feat%2Fx&environment=production');
  });

  it('shows names as text', async () => {
    const name = encodeURIComponent('<b>Web');
    const version = encodeURIComponent('"><i>');
    const { text } = await visit(
      `/can-i-deploy?pacticipant=${name}&version=${version}&environment=production`,
    );
    expect(heading(text)).toEqual(['open', 'Unknown']);
    expect(text).not.toMatch(/<b>|<i>/);
  });
});
