export {
  MessageProviderError,
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
} from './errors.ts';
export {
  messageWithMetadata,
  type MessageDescriptor,
  type MessageProvider,
  type MessageProviders,
  type MessageWithMetadata,
} from './messages/index.ts';
export type { Transport, VerifyOptions } from './options.ts';
export type { InteractionName, InteractionResult, Mismatch, VerificationResult } from './outcome/result.ts';
export type { ShownExchange, ShownPart } from './outcome/shown-exchange.ts';
export type { InteractionFilter } from './plan/index.ts';
export type { FilteredRequest, RequestFilter } from './provider/request-filter.ts';
export type { ConsumerVersionSelector } from './selectors.ts';
export type { Hook, StateFunction, StateHandler, StateHandlers, StateValues } from './states/index.ts';
export { verifyProvider } from './verify-provider.ts';
