import { expect, it } from '@jest/globals';
import { startWebhookBroker } from '../../test/webhook-broker.ts';
import { startReceiver } from '../../test/webhook-receiver.ts';

it("A webhook of a contract has the provider's last result from its main branch, else the last of all", async () => {
  await using receiver = await startReceiver();
  await using broker = await startWebhookBroker();
  await broker.webhook(
    receiver.url,
    ['contract_published'],
    {},
    {
      body: '${pactbroker.githubVerificationStatus} ${pactbroker.providerVersionNumber}',
    },
  );
  const told: string[] = [];
  const publish = async (version: string) => {
    await broker.publish('Foo', 'Bar', { version, content: 'same' });
    told.push((await receiver.count(told.length + 1))[told.length]?.body ?? '');
  };
  await publish('1');
  await broker.verify('Foo', 'Bar', { version: '6', branch: 'feat', success: false });
  await publish('2');
  await broker.request('PATCH', '/pacticipants/Bar', { mainBranch: 'main' });
  await broker.verify('Foo', 'Bar', { version: '7', branch: 'main' });
  await broker.verify('Foo', 'Bar', { version: '8', branch: 'feat', success: false });
  await publish('3');
  await broker.verify('Foo', 'Bar', { version: '9', branch: 'main', success: false });
  await publish('4');
  expect(told).toEqual(['pending ', 'failure 6', 'success 7', 'failure 9']);
});
