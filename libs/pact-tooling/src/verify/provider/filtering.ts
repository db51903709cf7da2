import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { readAll } from '../read-all.ts';
import { FilteredBody } from './filtered-body.ts';
import { afterFilter } from './filtered-request.ts';
import { guardFilter } from './guarded-filter.ts';
import type { OutgoingRequest } from './outgoing.ts';
import type { RequestFilter } from './request-filter.ts';

/** A request before the filter, and what happens after it. */
export interface Passage {
  readonly addressed: (request: IncomingMessage, body: Buffer) => OutgoingRequest;
  readonly pass: (outgoing: OutgoingRequest, response: ServerResponse) => Promise<void>;
  /** Called for every failure of the filter. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * Runs a request filter between the verifier and the provider. It is Express middleware, so Express runs it. Express is
 * loaded only for a filter.
 */
export async function filtering(
  filter: RequestFilter,
  timeoutMs: number,
  { addressed, pass, onFailure }: Passage,
): Promise<RequestListener> {
  const { default: express } = await import('express');
  const guarded = guardFilter(filter, timeoutMs, onFailure);
  const app = express().disable('x-powered-by');
  app.use((request, response, next) => {
    const filterIt = async () => {
      const bytes = await readAll(request);
      const received = addressed(request, bytes);
      for (const [name, value] of received.headers) {
        if (name.toLowerCase() in request.headers) continue;
        request.headers[name.toLowerCase()] = value;
      }
      const before = { ...request.headers };
      const body = new FilteredBody(bytes, request);
      body.offerAs(request);
      await guarded(request, response, () => {
        pass(afterFilter(received, request, before, body.result()), response).catch(next);
      });
    };
    filterIt().catch(() => response.destroy());
  });
  return app;
}
