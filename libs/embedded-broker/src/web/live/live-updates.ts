import type { ServerResponse } from 'node:http';

/** How many pages may be kept up to date at a time, and how many for one address, so that nobody takes all connections. */
const mostListeners = 500;
const mostPerAddress = 100;
/** How often a word is sent so that nothing on the way takes a connection for dead, in milliseconds. */
const pingMs = 25_000;
/** Changes within this time are sent together, in milliseconds. */
const quietMs = 500;

/** Tells pages in browsers that something was written, as server-sent events. What it was, they look up themselves. */
export class LiveUpdates {
  private readonly listeners = new Map<ServerResponse, string>();
  private readonly pings: NodeJS.Timeout;
  private announcing: NodeJS.Timeout | undefined;
  private sentAt = 0;
  private isClosed = false;

  constructor() {
    this.pings = setInterval(() => this.send(': still here\n\n'), pingMs).unref();
  }

  /**
   * Keeps a response open and sends it changes until it is closed.
   * @param address where it comes from, for the limit
   * @returns false where there are too many, or the broker is closing: the response is untouched then
   */
  listen(response: ServerResponse, address: string): boolean {
    const ofAddress = [...this.listeners.values()].filter((one) => one === address).length;
    if (this.isClosed || this.listeners.size >= mostListeners || ofAddress >= mostPerAddress) return false;
    response.writeHead(200, {
      'Content-Type': 'text/event-stream;charset=utf-8',
      'Cache-Control': 'no-store',
      // Proxies of the nginx kind would hold the events back.
      'X-Accel-Buffering': 'no',
    });
    response.write('retry: 2000\n\n');
    this.listeners.set(response, address);
    response.once('close', () => this.listeners.delete(response));
    return true;
  }

  /** Says that something was written: at once after a quiet time, else a little later, with what else comes until then. */
  readonly changed = (): void => {
    if (this.announcing || this.isClosed || this.listeners.size === 0) return;
    const wait = Math.max(0, this.sentAt + quietMs - Date.now());
    this.announcing = setTimeout(() => {
      this.announcing = undefined;
      this.sentAt = Date.now();
      this.send('event: change\ndata: \n\n');
    }, wait);
  };

  /** How many pages are being kept up to date. */
  get size(): number {
    return this.listeners.size;
  }

  /** Ends all responses, so that a server can close. */
  close(): void {
    this.isClosed = true;
    clearInterval(this.pings);
    clearTimeout(this.announcing);
    for (const response of this.listeners.keys()) response.end();
  }

  private send(text: string): void {
    for (const response of this.listeners.keys()) response.write(text);
  }
}
