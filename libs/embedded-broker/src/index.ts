/**
 * A Pact Broker in this process, without Docker or Ruby.
 * @packageDocumentation
 * @module @pact-workshop/embedded-broker
 */
export type { Logger } from './logger.ts';
export { startBroker, type BrokerOptions, type RunningBroker } from './server.ts';
export type {
  BasicAuthConfig,
  BrokerSettings,
  Credentials,
  KeepBranchSelector,
  KeepSelector,
  Limits,
} from './config/index.ts';
