export * from './choice.ts';
export * from './clean.ts';
export * from './plan.ts';
export * from './schedule.ts';
export * from './summary.ts';
