export { createWebhook } from './definition/create.ts';
export { displayDescription, requestDescription, scopeDescription } from './definition/descriptions.ts';
export { webhookInput } from './definition/input.ts';
export { inputContext, requiredWebhook, scopeIds } from './definition/lookup.ts';
export { isSecretHeader, mask, maskedTemplateHeaders, maskedUrl } from './definition/masking.ts';
export { deleteWebhook, findWebhookById, listWebhooks, updateWebhook } from './definition/store.ts';
export { withUrlSecrets } from './definition/url-secrets.ts';
export { eventNames, type EventName, type Scope, type Webhook } from './definition/webhook.ts';
export { parameterNames } from './delivery/parameter-names.ts';
export { testRun, testRunLog } from './delivery/test-run.ts';
export { raiseContractEvents, type ContractTriggers } from './events/contract-events.ts';
export { raiseVerificationEvents } from './events/verification-events.ts';
export {
  attemptsOf,
  countTriggeredWebhooksOf,
  findTriggeredWebhook,
  lastTriggeredByWebhook,
  triggeredWebhooksOf,
  type StoredAttempt,
} from './log/store.ts';
export type { Status, TriggeredWebhook } from './log/triggered-webhook.ts';
export { redeliver } from './queue/redeliver.ts';
export { WebhookWorker } from './queue/worker.ts';
