import type { GrowthRequest } from './request.ts';
import { pageRequests } from './requests-pages.ts';
import { readRequests } from './requests-reads.ts';
import { writeRequests } from './requests-writes.ts';

export const requests: readonly GrowthRequest[] = [...readRequests, ...pageRequests, ...writeRequests];
