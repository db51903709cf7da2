export * from './environments.ts';
export * from './errors.ts';
export * from './record.ts';
