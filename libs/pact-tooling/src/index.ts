export {
  brokerConnection,
  BrokerResponseError,
  BrokerUnauthorizedError,
  BrokerUnreachableError,
  EmptyValueError,
  NotAPactBrokerError,
  PactToolingError,
  type Broker,
  type BrokerConnection,
  type MatrixRow,
  type Selector,
} from '@pact-workshop/broker-client';
export {
  mirror,
  MirrorInterruptedError,
  SameBrokerError,
  type MirrorCount,
  type MirrorOptions,
  type MirrorProgress,
  type MirrorReport,
} from '@pact-workshop/broker-mirror';
export * from './build/index.ts';
export { canIDeploy, canIMerge, formatVerdict } from './can-i-deploy/index.ts';
export type { CanIDeployOptions, CanIDeployResult, CanIMergeOptions } from './can-i-deploy/index.ts';
export {
  createEnvironment,
  listEnvironments,
  type CreateEnvironmentOptions,
  type Environment,
} from './environments/environments.ts';
export * from './environments/errors.ts';
export * from './environments/record.ts';
export { formatMirrorReport } from './mirror-report.ts';
export { DuplicateInteractionError, PactFileError } from './pact/index.ts';
export * from './publish/index.ts';
export * from './verify/index.ts';
export { createVersionTag, describeVersion, UnknownVersionError } from './versions/index.ts';
export type {
  CreateVersionTagOptions,
  DescribeVersionOptions,
  VersionDescription,
} from './versions/index.ts';
