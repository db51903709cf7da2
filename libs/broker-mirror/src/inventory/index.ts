export { readPacticipants } from './pacticipants.ts';
export { readSource, readTarget } from './read.ts';
export { resultsOf } from './results.ts';
export type {
  Attributes,
  Deployment,
  Inventory,
  MirroredEnvironment,
  MirroredPacticipant,
  MirroredResult,
  MirroredVersion,
  MirroredWebhook,
  Release,
  VerifiedContent,
} from './types.ts';
