export * from './deployed-version-store.ts';
export * from './environment-history-store.ts';
export * from './environment-store.ts';
export * from './live-version-store.ts';
export { recordDeployment } from './record-deployment.ts';
export { recordRelease } from './record-release.ts';
export * from './released-version-store.ts';
export * from './representation.ts';
export { seedEnvironments } from './seed.ts';
