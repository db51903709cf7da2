export { integrationStatus, type IntegrationStatus } from './status.ts';
export { integrationOverviews, type IntegrationOverview } from './store.ts';
