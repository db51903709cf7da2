export { startBroker, type BrokerOptions, type RunningBroker } from './server.ts';
export type { BasicAuthConfig, BrokerSettings } from './config/index.ts';
