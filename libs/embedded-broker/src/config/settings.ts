import { behaviourNames, defaultValues, type BehaviourName, type Values } from './definitions.ts';

/**
 * How a broker behaves, under the official broker's names (`PACT_BROKER_…` in camel case). Where it listens, its
 * database and its credentials are options of `startBroker`. docs/broker-operations.md has the defaults.
 * @interface
 */
export type BrokerSettings = Pick<Values, BehaviourName>;

/** Those of all settings that say how a broker behaves. */
export const settingsOf = (values: Values): BrokerSettings =>
  Object.fromEntries(behaviourNames.map((name) => [name, values[name]])) as unknown as BrokerSettings;

/** What the official broker does when nothing is set. */
export const defaultSettings = settingsOf(defaultValues);
