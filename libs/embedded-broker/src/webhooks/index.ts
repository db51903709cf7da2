export { raiseContractEvents, type ContractTriggers } from './events/contract-events.ts';
export { createWebhook } from './definition/create.ts';
export {
  countDeliveries,
  deliveriesOf,
  findDelivery,
  lastDeliveries,
  type Delivery,
} from './log/delivery-store.ts';
export { displayDescription, requestDescription, scopeDescription } from './definition/descriptions.ts';
export { webhookInput } from './definition/input.ts';
export { inputContext, requiredWebhook, scopeIds } from './definition/lookup.ts';
export { isMask, isSecretHeader, mask, maskedTemplateHeaders, maskedUrl } from './definition/masking.ts';
export { parameterNames } from './delivery/parameter-names.ts';
export { redeliver } from './queue/redeliver.ts';
export { deleteWebhook, findWebhookById, listWebhooks, updateWebhook } from './definition/store.ts';
export { testLog, testRun } from './delivery/test-run.ts';
export type { Trigger } from './events/trigger.ts';
export { executionsOf, type StoredExecution } from './log/store.ts';
export { withUrlSecrets } from './definition/url-secrets.ts';
export { raiseVerificationEvents } from './events/verification-events.ts';
export { eventNames, type EventName, type Scope, type Status, type Webhook } from './definition/webhook.ts';
export { WebhookWorker } from './queue/worker.ts';
