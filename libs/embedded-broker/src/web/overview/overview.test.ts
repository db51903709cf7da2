import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../../test/broker-client.ts';

describe('The overview', () => {
  let broker: TestBroker;
  beforeEach(async () => {
    broker = await startTestBroker();
  });
  afterEach(() => broker.close());
  const visit = async () =>
    (await broker.request('GET', '/', undefined, { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }))
      .text;

  it('helps a beginner with the command to publish by', async () => {
    expect(await visit()).toContain(`pact-tooling publish pacts --broker-base-url ${broker.url}`);
  });

  it('shows where each integration stands, and names as text', async () => {
    await broker.publish('<b>Foo', 'Bar', { content: 'a', branch: 'main' });
    expect(await visit()).toContain('Never verified');
    await broker.verify('%3Cb%3EFoo', 'Bar', { version: '7' });
    expect(await visit()).toContain('<span class="status good">Verified</span>');
    await broker.publish('<b>Foo', 'Bar', { version: '2', content: 'b', branch: 'main' });
    const text = await visit();
    expect(text).toContain('Changed since verified');
    expect(text).toContain('&lt;b>Foo');
  });
});
