export { raiseContractEvents, type ContractTriggers } from './contract-events.ts';
export type { Trigger } from './trigger.ts';
export { raiseVerificationEvents } from './verification-events.ts';
export { WebhookWorker } from './worker.ts';
