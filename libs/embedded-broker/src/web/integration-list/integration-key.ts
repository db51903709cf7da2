/** An integration by the ids of its two sides. */
export interface IntegrationIds {
  readonly consumerId: number;
  readonly providerId: number;
}

/** The key by which what is known of integrations is found. */
export const integrationKey = ({ consumerId, providerId }: IntegrationIds): string =>
  `${consumerId} ${providerId}`;
