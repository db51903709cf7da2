/**
 * Publishes contracts, verifies providers, asks whether a version can be deployed, and records deployments, with any
 * Pact Broker.
 * @packageDocumentation
 * @module @pact-workshop/pact-tooling
 */
export {
  brokerConnection,
  BrokerRedirectError,
  BrokerResponseError,
  BrokerUnauthorizedError,
  BrokerUnreachableError,
  EmptyValueError,
  NotAPactBrokerError,
  PactToolingError,
  type Broker,
  type BrokerConnection,
  type MatrixRow,
  type Retry,
  type Selector,
} from '@pact-workshop/broker-client';
export {
  mirror,
  MirrorInterruptedError,
  SameBrokerError,
  type AnswerComparison,
  type MirrorCount,
  type MirrorOptions,
  type MirrorProgress,
  type MirrorReport,
} from '@pact-workshop/broker-mirror';
export { buildInfo, type BuildInfo, type BuildInfoOptions } from './build/index.ts';
export {
  canIDeploy,
  canIMerge,
  formatVerdict,
  type CanIDeployOptions,
  type CanIDeployResult,
  type CanIMergeOptions,
} from './can-i-deploy/index.ts';
export {
  createEnvironment,
  listEnvironments,
  NotRecordedError,
  recordDeployment,
  recordRelease,
  recordSupportEnded,
  recordUndeployment,
  UnknownEnvironmentError,
  type CreateEnvironmentOptions,
  type Environment,
  type ListEnvironmentsOptions,
  type RecordDeploymentOptions,
  type Recorded,
  type RecordOptions,
  type RecordUndeploymentOptions,
} from './environments/index.ts';
export { formatMirrorReport } from './mirror-report.ts';
export { DuplicateInteractionError, PactFileError, type InteractionKind } from './pact/index.ts';
export {
  PublicationConflictError,
  publishPacts,
  type Notice,
  type PublishedPact,
  type PublishOptions,
  type PublishResult,
} from './publish/index.ts';
export {
  MessageProviderError,
  messageWithMetadata,
  MissingMessageProviderError,
  MissingPluginError,
  MissingStateHandlerError,
  NoPactsError,
  ProviderUnreachableError,
  RequestFilterError,
  ResultNotPublishedError,
  StateHandlerError,
  VerificationFailedError,
  VerificationOptionsError,
  VerifierCrashedError,
  verifyProvider,
  type ConsumerVersionSelector,
  type FilteredRequest,
  type Hook,
  type InteractionFilter,
  type InteractionName,
  type InteractionResult,
  type MessageDescriptor,
  type MessageProvider,
  type MessageProviders,
  type MessageWithMetadata,
  type Mismatch,
  type RequestFilter,
  type ShownExchange,
  type ShownPart,
  type StateFunction,
  type StateHandler,
  type StateHandlers,
  type StateValues,
  type Transport,
  type VerificationResult,
  type VerifyOptions,
} from './verify/index.ts';
export {
  createVersionTag,
  describeVersion,
  UnknownVersionError,
  type CreateVersionTagOptions,
  type DescribeVersionOptions,
  type VersionDescription,
} from './versions/index.ts';
