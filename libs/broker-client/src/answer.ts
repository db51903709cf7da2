import type { IncomingHttpHeaders } from 'node:http';

/** A request as it is sent. */
export interface OutgoingRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/** What came back, whatever its status: an error and a redirect are answers, too. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** The body; empty if it broke off. */
  readonly text: string;
  /** What ended the connection before the end of the body. */
  readonly brokenBy?: Error | undefined;
}

/** What there is where no answer came. */
export interface NoAnswer {
  readonly status?: undefined;
  readonly code: string | undefined;
  /** Why, in a code of Node or OpenSSL, or in words. */
  readonly reason: string;
  readonly cause: Error;
}

/**
 * Sends a request once, until the signal ends that.
 * @throws Error of Node or OpenSSL if there is no answer
 */
export type Send = (request: OutgoingRequest, signal: AbortSignal) => Promise<Answer>;

export const isSuccess = ({ status }: Answer): boolean => status >= 200 && status < 300;

/** Whether a successful answer started, but broke off. */
export const isBrokenOff = (answer: Answer): boolean => isSuccess(answer) && answer.brokenBy !== undefined;
