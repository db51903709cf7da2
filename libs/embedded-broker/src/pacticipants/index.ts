export * from './store.ts';
export * from './representation.ts';
export { displayNameOf } from './display-name.ts';
export { findOrCreatePacticipant } from './find-or-create.ts';
export { isMainBranchCandidate, type MainBranchRule } from './main-branch.ts';
export { requiredPacticipant } from './required.ts';
export { similarNamesMessage } from './duplicate-names.ts';
export { similarNames } from './similar-names-store.ts';
