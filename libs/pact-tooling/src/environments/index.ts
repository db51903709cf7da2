export * from './environments.ts';
export * from './errors.ts';
export { liveVersions } from './live-versions.ts';
export * from './record.ts';
