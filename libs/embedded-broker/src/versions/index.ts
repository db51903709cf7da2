export * from './find-or-create.ts';
export * from './history-store.ts';
export * from './list-store.ts';
export * from './representation.ts';
export * from './store.ts';
