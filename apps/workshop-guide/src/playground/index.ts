export { differences, type FileDifference } from './difference.ts';
export { isLearnerPath, learnerFiles, type Files } from './learner-files.ts';
export { locationsOf, type Locations } from './locations.ts';
export { ownWork, rememberLaidOut } from './own-work.ts';
export { replaceFiles } from './replace-files.ts';
export { findSaved, saveAside, savedWork, type SavedWork } from './saved-work.ts';
