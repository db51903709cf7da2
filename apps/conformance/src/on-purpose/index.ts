import type { OnPurpose } from '../compare/judge.ts';

/** Every difference that is meant, subject by subject as docs/broker.md tells them. */
export const onPurpose: readonly OnPurpose[] = [];
