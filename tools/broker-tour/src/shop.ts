import { startBroker, type RunningBroker } from '@pact-workshop/embedded-broker';
import { answers, contracts } from './contracts.ts';
import { startHttpServer } from './http-server.ts';
import { team } from './team.ts';

/** Versions of the shop's services. */
export const versions = {
  storefrontInProduction: '9c0b4f1e27d35a8866f1a0b7d2c45e9013ab77c1',
  storefront: 'd41f8a6b0c9e72534be1f07a96c3d8e2511b0a94',
  storefrontWithGiftWrap: '5e2a77cb9d103f4685ec21b90a7f6d3348c1e0fb',
  mobileApp: '1.4.0',
  orders: '7.0.1',
  catalogue: '12',
  payments: '3.2.0',
} as const;

/** How far apart the steps of the shop's history are, in hours. */
const pace = 5;

/**
 * A broker with the history of a small shop, made by the real tooling: contracts of three consumers, verifications
 * with good and bad results, deployments, and a webhook.
 * @param port 0 for any
 */
export async function startShop(port = 0): Promise<RunningBroker> {
  await using services = await startHttpServer({ ...answers, '/hook': 'done' });
  let hoursAgo = 60;
  const clock = () => new Date(Date.now() - hoursAgo * 3_600_000);
  const broker = await startBroker({
    port,
    clock,
    settings: { webhookSchemeWhitelist: ['http', 'https'], webhookHostWhitelist: ['127.0.0.1'] },
  });
  try {
    for (const step of history(broker.url, services.url)) {
      await step();
      hoursAgo = Math.max(1, hoursAgo - pace);
    }
  } catch (error) {
    await broker.close();
    throw error;
  }
  hoursAgo = 0;
  return broker;
}

function history(broker: string, services: string): (() => Promise<unknown>)[] {
  const { publish, verify, deploy, release } = team(broker, services);
  return [
    () => publish(contracts.orders, versions.orders, 'main'),
    () => verify('Payments', versions.payments),
    () => publish(contracts.storefront, versions.storefrontInProduction, 'main'),
    () => publish(contracts.mobileApp, versions.mobileApp, 'main'),
    () => verify('Orders', versions.orders),
    () => verify('Catalogue', versions.catalogue),
    async () => {
      await deploy('Payments', versions.payments, 'production');
      await deploy('Orders', versions.orders, 'test');
      await deploy('Orders', versions.orders, 'production');
      await deploy('Catalogue', versions.catalogue, 'production');
    },
    async () => {
      await deploy('Storefront', versions.storefrontInProduction, 'production');
      await release('Mobile App', versions.mobileApp, 'production');
    },
    () => createWebhook(broker, `${services}/hook`),
    async () => {
      await publish(contracts.storefront, versions.storefront, 'main');
      await deploy('Storefront', versions.storefront, 'test');
      await delivered(broker);
    },
    async () => {
      await publish(contracts.storefrontWithGiftWrap, versions.storefrontWithGiftWrap, 'feat/gift-wrap');
      await verify('Orders', versions.orders, 'feat/gift-wrap');
    },
  ];
}

async function createWebhook(broker: string, url: string): Promise<void> {
  const response = await fetch(`${broker}/webhooks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      description: 'Start the verification of Orders',
      provider: { name: 'Orders' },
      events: [{ name: 'contract_published' }],
      request: {
        method: 'POST',
        url,
        headers: { Authorization: 'Bearer a-token-of-the-pipeline' },
        body: { pact: '${pactbroker.pactUrl}' },
      },
    }),
  });
  if (!response.ok) throw new Error(await response.text());
}

/** Waits until the webhook of the last publication has been called. */
async function delivered(broker: string): Promise<void> {
  const url = `${broker}/pacts/provider/Orders/consumer/Storefront/webhooks/status`;
  for (let tries = 0; tries < 500; tries++) {
    const { summary } = (await (await fetch(url)).json()) as { summary: { successful: number } };
    if (summary.successful > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('The webhook of the shop was not called.');
}
