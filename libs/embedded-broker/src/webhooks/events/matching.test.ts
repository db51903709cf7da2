import { describe, expect, it } from '@jest/globals';
import { startWebhookBroker } from '../../../test/webhook-broker.ts';
import { startReceiver } from '../../../test/webhook-receiver.ts';

describe('An event', () => {
  it('triggers the webhooks that apply to the contract, and no others', async () => {
    await using receiver = await startReceiver();
    await using broker = await startWebhookBroker();
    for (const name of ['Foo', 'Bar', 'Other']) await broker.request('POST', '/pacticipants', { name });
    await broker.request('PUT', '/pacticipants/Foo/labels/red', {});
    await broker.request('PUT', '/pacticipants/Bar/labels/blue', {});
    const save = (path: string, scope: object, events = ['contract_published']) =>
      broker.webhook(`${receiver.url}/${path}`, events, scope);
    await save('all', {});
    await save('consumer', { consumer: { name: 'Foo' } });
    await save('provider', { provider: { name: 'Bar' } });
    await save('pair', { consumer: { name: 'Foo' }, provider: { name: 'Bar' } });
    await save('label', { consumer: { label: 'red' }, provider: { label: 'blue' } });
    await save('mixed', { consumer: { label: 'red' }, provider: { name: 'Bar' } });
    await save('no-other', { consumer: { name: 'Other' } });
    await save('no-swapped', { consumer: { name: 'Bar' }, provider: { name: 'Foo' } });
    await save('no-label', { consumer: { label: 'blue' } });
    await save('no-half', { consumer: { name: 'Foo' }, provider: { label: 'red' } });
    await save('no-disabled', { enabled: false });
    await save('no-event', {}, ['provider_verification_published']);
    await broker.publish('Foo', 'Bar');
    expect(await broker.finished('success')).toHaveLength(6);
    expect(receiver.requests.map(({ path }) => path).toSorted()).toEqual([
      '/all',
      '/consumer',
      '/label',
      '/mixed',
      '/pair',
      '/provider',
    ]);
  });
});
