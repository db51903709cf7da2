export type { LongAnswer, LongRequest } from './long-request.ts';
export { LongRequests } from './long-requests.ts';
export { offThread } from './off-thread.ts';
export { onThread } from './on-thread.ts';
export type { TaskName, ThreadData, ThreadJob, ThreadMessage, ThreadResult } from './task.ts';
