export { announceRetry } from './announce-retry.ts';
export { BrokerClient } from './broker-client.ts';
export { readCertificate, trustedWith } from './certificate.ts';
export {
  brokerConnection,
  withoutCredentials,
  type Broker,
  type BrokerConnection,
  type Retry,
} from './connection.ts';
export { EmptyValueError, refuseEmpty } from './empty-values.ts';
export {
  BrokerRedirectError,
  BrokerResponseError,
  BrokerUnauthorizedError,
  BrokerUnreachableError,
  NotAPactBrokerError,
} from './errors.ts';
export {
  embedded,
  findLink,
  findLinks,
  requireEmbedded,
  requireLink,
  type HalLink,
  type HalResource,
} from './hal.ts';
export { isLocal, localHosts } from './local-hosts.ts';
export type { MatrixAnswer, MatrixRow } from './matrix-answer.ts';
export { askMatrix, type Selector } from './matrix.ts';
export { http, https } from './node-http.ts';
export { PactToolingError } from './tooling-error.ts';
export { variable } from './variables.ts';
