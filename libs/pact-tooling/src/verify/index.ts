export * from './errors.ts';
export type { VerifyOptions } from './options.ts';
export type { InteractionResult, Mismatch, VerificationResult } from './result.ts';
export type { ConsumerVersionSelector } from './selectors.ts';
export type { StateFunction, StateHandler, StateHandlers } from './state-server.ts';
export { verifyProvider } from './verify-provider.ts';
