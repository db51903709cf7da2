import type { OutgoingRequest } from './outgoing.ts';
import type { Header } from './outgoing.ts';

/** The bytes of a body that are kept to be shown. */
export const keptBytes = 64 * 1024;

/** The beginning of a body, and how long all of it was. */
export interface KeptBody {
  readonly bytes: Buffer;
  readonly length: number;
}

/** An answer of the provider, as far as it is kept. */
export interface KeptResponse {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: KeptBody;
}

/** What was sent to the provider and what came back, as it was. */
export interface Exchange {
  readonly request: OutgoingRequest;
  /** Undefined where no answer came. */
  response: KeptResponse | undefined;
}

/** Keeps the beginning of a stream's chunks. */
export class BodyKeeper {
  private readonly chunks: Buffer[] = [];
  private kept = 0;
  private length = 0;

  add(chunk: Buffer): void {
    this.length += chunk.length;
    if (this.kept >= keptBytes) return;
    this.chunks.push(chunk.subarray(0, keptBytes - this.kept));
    this.kept += chunk.length;
  }

  get body(): KeptBody {
    return { bytes: Buffer.concat(this.chunks), length: this.length };
  }
}
