/** One of the two brokers that are compared, with the receiver its webhooks call. */
export interface Broker extends AsyncDisposable {
  /** Base URL without a trailing slash. */
  readonly url: string;
}

/** What both brokers are started with; everything else is as the official one is when nothing is set. */
export const webhookRules = {
  schemes: ['http', 'https'],
  hosts: ['127.0.0.1'],
  /** Seconds before the second attempt; there is no third. */
  retrySchedule: [1],
};
