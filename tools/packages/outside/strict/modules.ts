import { startBroker, type BrokerSettings, type RunningBroker } from '@pact-workshop/embedded-broker';
import {
  canIDeploy,
  publishPacts,
  verifyProvider,
  type CanIDeployResult,
  type StateHandlers,
} from '@pact-workshop/pact-tooling';

const settings: Partial<BrokerSettings> = { seedExampleData: false };
const broker: RunningBroker = await startBroker({ settings });
const { version } = await publishPacts({ broker: broker.url, dir: 'pacts' });
const stateHandlers: StateHandlers = { 'User sally exists': async () => ({ id: '1' }) };
const providerBaseUrl = 'http://127.0.0.1:8080';
await verifyProvider({ broker: broker.url, provider: 'Users', providerBaseUrl, stateHandlers });
const answer: CanIDeployResult = await canIDeploy({ broker: broker.url, pacticipant: 'Shop', version });
const deployable: boolean | null = answer.deployable;
// @ts-expect-error: an unknown option is noticed
await canIDeploy({ pacticipants: 'Shop' });
console.log(deployable);
await broker.close();
