export { startBroker, type BrokerOptions, type RunningBroker } from './server.ts';
export type { BasicAuthConfig } from './http/index.ts';
