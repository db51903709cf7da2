export { copyBranchHeads, headsOf } from './branch-heads.ts';
export type { CopyContext } from './context.ts';
export { copyDeployments, copyReleases } from './deployments.ts';
export { copyEnvironments } from './environments.ts';
export { copyLabels, copyPacticipants } from './pacticipants.ts';
export { copyResult } from './results.ts';
export { copyVersion } from './versions.ts';
export { copyWebhooks } from './webhooks.ts';
