export { findBackup, listBackups, writeBackup, type Backup } from './backups.ts';
export { differences, type FileDifference } from './difference.ts';
export { KnownFiles } from './known-files.ts';
export { isLearnerPath, learnerFiles, type Files } from './learner-files.ts';
export { locationsOf, type Locations } from './locations.ts';
export { removeFile, replaceFiles } from './replace-files.ts';
