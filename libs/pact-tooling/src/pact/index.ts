export { DuplicateInteractionError, refuseDuplicates } from './duplicates.ts';
export { PactFileError } from './errors.ts';
export {
  pactDocument,
  type InteractionKind,
  type PactDocument,
  type PactInteraction,
  type PactPlugin,
} from './pact-document.ts';
export { readPactFiles, type PactFile } from './pact-file.ts';
