/** What clients and people ask of a broker. */
export interface GrowthRequest {
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  /** @param round counts up, so that what is written is new each time */
  readonly path: (round: number) => string;
  readonly body?: (round: number) => object;
  readonly accept?: string;
}
