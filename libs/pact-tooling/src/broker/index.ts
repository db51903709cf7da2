export { BrokerClient } from './broker-client.ts';
export { readCertificate, trustedWith } from './certificate.ts';
export { brokerConnection, type Broker, type BrokerConnection } from './connection.ts';
export * from './errors.ts';
export { embedded, findLink, findLinks, requireLink, type HalLink, type HalResource } from './hal.ts';
