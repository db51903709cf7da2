import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../../test/broker-client.ts';

/** What the official client asks, for the same question. */
const head = (criteria: string) => `q[][pacticipant]=Web&${criteria}q[][latest]=true`;
const toProduction = 'latestby=cvpv&environment=production';
const toTag = 'latestby=cvp&latest=true&tag=prod';

describe('The page "Can I deploy?", asked for the head of something', () => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startTestBroker();
    const publish = (version: string, more: { branch?: string; tags?: string[] }) =>
      broker.publish('Web', 'Orders', { version, content: version, ...more });
    const verify = (consumerVersion: string, version: string, success = true) =>
      broker.verify('Web', 'Orders', { consumerVersion, version, success });
    // Of where the tag is, the last version counts: nobody verified the one before.
    await broker.request('PUT', '/pacticipants/Orders/versions/6/tags/prod', {});
    // The older versions were never verified, or failed; the heads can go.
    await publish('1', { branch: 'main', tags: ['dev'] });
    await publish('2', { branch: 'main', tags: ['dev'] });
    await publish('3', { branch: 'main', tags: ['dev'] });
    await verify('2', '7', false);
    await verify('3', '7');
    // The other way round: the older one could go, the head can't.
    await publish('4', { branch: 'bad', tags: ['worse'] });
    await publish('5', { branch: 'bad', tags: ['worse'] });
    await verify('4', '7');
    await verify('5', '7', false);
    await publish('6', { branch: 'new', tags: ['fresh'] });
    await publish('7', { branch: 'new', tags: ['fresh'] });
    await verify('6', '7');
    await broker.deploy('Orders', '7', 'production');
    // The last one was verified with the pact of version 3 alone.
    for (const version of ['7', '8'])
      await broker.request('PUT', `/pacticipants/Orders/versions/${version}/tags/prod`, {});
    await verify('3', '8');
    for (const version of ['2', '3'])
      await broker.request('PUT', `/pacticipants/Web/versions/${version}/tags/live`, {});
  });
  afterAll(() => broker.close());

  it.each([
    [
      'pacticipant=Web&branch=main&environment=production',
      `${head('q[][branch]=main&')}&${toProduction}`,
      'Yes',
    ],
    ['pacticipant=Web&tag=dev&environment=production', `${head('q[][tag]=dev&')}&${toProduction}`, 'Yes'],
    [
      'pacticipant=Web&branch=bad&environment=production',
      `${head('q[][branch]=bad&')}&${toProduction}`,
      'No',
    ],
    ['pacticipant=Web&tag=worse&environment=production', `${head('q[][tag]=worse&')}&${toProduction}`, 'No'],
    [
      'pacticipant=Web&branch=new&environment=production',
      `${head('q[][branch]=new&')}&${toProduction}`,
      'Unknown',
    ],
    [
      'pacticipant=Web&tag=fresh&environment=production',
      `${head('q[][tag]=fresh&')}&${toProduction}`,
      'Unknown',
    ],
    ['pacticipant=Web&environment=production', `${head('')}&${toProduction}`, 'Unknown'],
    ['pacticipant=Web&tag=dev&to=prod', `${head('q[][tag]=dev&')}&${toTag}`, 'Yes'],
    ['pacticipant=Web&branch=main&to=prod', `${head('q[][branch]=main&')}&${toTag}`, 'Yes'],
    ['pacticipant=Web&version=4&to=prod', `q[][pacticipant]=Web&q[][version]=4&${toTag}`, 'Unknown'],
    [
      'pacticipant=Orders&version=7&to=live',
      `q[][pacticipant]=Orders&q[][version]=7&latestby=cvp&latest=true&tag=live`,
      'Yes',
    ],
    // What a form without scripts sends, and what somebody types.
    [
      'pacticipant=Web&version=&branch=main&tag=&to=&environment=production',
      `${head('q[][branch]=main&')}&${toProduction}`,
      'Yes',
    ],
    [
      'pacticipant=Web&version=%203%20&environment=production',
      `q[][pacticipant]=Web&q[][version]=3&${toProduction}`,
      'Yes',
    ],
  ])('answers for %s as the command line is answered', async (question, query, answer) => {
    const { text } = await broker.request('GET', `/can-i-deploy?${question}`, undefined, {
      accept: 'text/html',
    });
    expect(/<h2 id="answer"><span class="status \w+">(\w+)/.exec(text)?.[1]).toBe(answer);
    const { deployable } = await broker.matrix(query);
    expect(deployable).toBe({ Yes: true, No: false, Unknown: null }[answer]);
  });
});
