export * from './representation.ts';
export * from './store.ts';
