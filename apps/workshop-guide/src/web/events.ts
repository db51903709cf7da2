import type { RequestHandler } from 'express';
import type { Companion } from '../checking/index.ts';

/** Milliseconds between two heartbeats, so that a browser notices when the guide has ended. */
const heartbeatMs = 15_000;

/** Sends a server-sent event whenever a page should reload its live part. */
export function events(companion: Companion): RequestHandler {
  return (_request, response) => {
    response.set({ 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
    response.flushHeaders();
    response.write('retry: 1000\n\nevent: change\ndata: hello\n\n');
    const notify = () => response.write('event: change\ndata: reload\n\n');
    const heartbeat = setInterval(() => response.write(': heartbeat\n\n'), heartbeatMs);
    companion.on('change', notify);
    response.once('close', () => {
      clearInterval(heartbeat);
      companion.off('change', notify);
    });
  };
}
