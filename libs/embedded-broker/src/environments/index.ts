export * from './deployed-version-store.ts';
export * from './environment-history-store.ts';
export * from './environment-store.ts';
export * from './live-version-store.ts';
export * from './released-version-store.ts';
export * from './representation.ts';
export { seedEnvironments } from './seed.ts';
