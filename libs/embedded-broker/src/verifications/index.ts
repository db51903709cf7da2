export * from './representation.ts';
export * from './store.ts';
export * from './verification-status.ts';
