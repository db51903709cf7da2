import type * as Server from '../src/server.ts';

/** Starts a broker that Node has loaded instead of Jest (see `environment.mjs`). */
export const { startBroker } = globalThis as unknown as Pick<typeof Server, 'startBroker'>;
