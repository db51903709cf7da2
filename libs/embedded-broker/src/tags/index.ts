export * from './add-tag.ts';
export * from './store.ts';
