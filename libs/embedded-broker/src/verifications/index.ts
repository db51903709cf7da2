export * from './representation.ts';
export * from './required-verification-store.ts';
export * from './store.ts';
export * from './verification-status.ts';
