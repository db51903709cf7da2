import type { RequestHandler } from 'express';
import type { Companion } from '../checking/index.ts';

/** Milliseconds between two signs of life, so that a browser notices when the guide is gone. */
const heartbeatMs = 15_000;

/** Tells a page, by server-sent events, each time that it should look again. */
export function events(companion: Companion): RequestHandler {
  return (_request, response) => {
    response.set({ 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
    response.flushHeaders();
    response.write('retry: 1000\n\nevent: change\ndata: hello\n\n');
    const tell = () => response.write('event: change\ndata: look again\n\n');
    const heartbeat = setInterval(() => response.write(': still here\n\n'), heartbeatMs);
    companion.on('change', tell);
    response.once('close', () => {
      clearInterval(heartbeat);
      companion.off('change', tell);
    });
  };
}
