export { pactsToVerify } from './broker-pacts.ts';
export { dividesContracts, type InteractionFilter } from './filter.ts';
export { planVerification, type Plan, type PlannedDocument, type PlannedInteraction } from './plan.ts';
export type { BrokerPact, VerifiablePact } from './verifiable-pact.ts';
