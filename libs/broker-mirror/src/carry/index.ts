export { carryBranchHeads, headsOf } from './branch-heads.ts';
export { unlessRefused, type Carrying } from './carrying.ts';
export { carryDeployments, carryReleases } from './deployments.ts';
export { carryEnvironments } from './environments.ts';
export { carryLabels, carryPacticipants } from './pacticipants.ts';
export { carryResult } from './results.ts';
export { carryVersion } from './versions.ts';
export { carryWebhooks } from './webhooks.ts';
