export * from './add-version.ts';
export * from './store.ts';
