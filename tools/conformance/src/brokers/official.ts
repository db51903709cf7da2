import { startOfficialBroker } from '@pact-workshop/official-broker';
import { webhookRules, type Broker } from './broker.ts';

/**
 * Starts the official broker with an empty database.
 * @throws OfficialBrokerAbsent where it can't be had
 */
export function startOfficial(): Promise<Broker> {
  return startOfficialBroker({
    PACT_BROKER_WEBHOOK_SCHEME_WHITELIST: webhookRules.schemes.join(' '),
    PACT_BROKER_WEBHOOK_HOST_WHITELIST: webhookRules.hosts.join(' '),
    PACT_BROKER_WEBHOOK_RETRY_SCHEDULE: webhookRules.retrySchedule.join(' '),
  });
}
