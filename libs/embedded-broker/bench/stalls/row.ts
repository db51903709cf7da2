import type { Answer, Asked, Sender } from './send.ts';

/** A running broker with its history, and what rows need of it. */
export interface Place {
  readonly send: Sender['send'];
  /** Runs `embedded-broker` with arguments, in a process of its own. */
  readonly command: (...args: string[]) => Promise<void>;
  /** The broker's SQLite file. */
  readonly db: string;
  /** A folder for files that a row writes. */
  readonly directory: string;
  /** Where results of the second large pact are published. */
  readonly resultsPath: string;
  /** A result of 5 MB, but for the version of the provider. */
  readonly largeResult: object;
}

/** What a row came to in a round. */
export interface Done {
  /** How long it took, in milliseconds. */
  readonly ms: number;
  /** What the broker answered, where it was one request. */
  readonly status?: Answer['status'];
}

/** Something heavy that a broker does. */
export interface Row {
  readonly name: string;
  /** How long it may take itself, in milliseconds, where that has a goal. */
  readonly goalMs?: number;
  /**
   * Prepares what is not measured, and returns what is.
   * @param round counts up from 1, so that what is written is new each time
   */
  readonly prepare: (place: Place, round: number) => Promise<() => Promise<Done>> | (() => Promise<Done>);
}

/** A row of one request. */
export const asking = (
  name: string,
  asked: (round: number, place: Place) => Asked,
  more: Pick<Row, 'goalMs'> = {},
): Row => ({
  name,
  ...more,
  prepare(place, round) {
    const request = asked(round, place);
    return () => place.send(request);
  },
});

/** A row of one request that reads. */
export const reading = (name: string, path: string, more: Pick<Asked, 'accept' | 'status'> = {}): Row =>
  asking(name, () => ({ method: 'GET', path, ...more }));
