export * from './clean.ts';
export * from './schedule.ts';
export * from './summary.ts';
