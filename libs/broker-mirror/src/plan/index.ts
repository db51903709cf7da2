export { planDeployments, type DeploymentStep } from './missing-deployments.ts';
export { keyOf } from './missing-results.ts';
export type { MissingVersion } from './missing-version.ts';
export { planTimeline, type HistoryEntry, type Timeline } from './timeline.ts';
export { wantedWebhook } from './wanted-webhook.ts';
