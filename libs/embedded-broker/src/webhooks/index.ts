export { raiseContractEvents, type ContractTriggers } from './contract-events.ts';
export { createWebhook } from './create.ts';
export {
  countDeliveries,
  deliveriesOf,
  findDelivery,
  lastDeliveries,
  type Delivery,
} from './delivery-store.ts';
export { displayDescription, requestDescription, scopeDescription } from './descriptions.ts';
export { webhookInput } from './input.ts';
export { inputContext, requiredWebhook, scopeIds } from './lookup.ts';
export { isMask, isSecretHeader, mask, maskedTemplateHeaders, maskedUrl } from './masking.ts';
export { parameterNames } from './parameter-names.ts';
export { redeliver } from './redeliver.ts';
export { deleteWebhook, findWebhookById, listWebhooks, updateWebhook } from './store.ts';
export { testLog, testRun } from './test-run.ts';
export type { Trigger } from './trigger.ts';
export { executionsOf, type StoredExecution } from './triggered-store.ts';
export { withUrlSecrets } from './url-secrets.ts';
export { raiseVerificationEvents } from './verification-events.ts';
export { eventNames, type EventName, type Scope, type Status, type Webhook } from './webhook.ts';
export { WebhookWorker } from './worker.ts';
