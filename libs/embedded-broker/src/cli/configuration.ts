import { Option } from 'commander';
import { configure, type Configuration } from '../config/index.ts';

/** What the command line may say of the settings. */
export interface ConfigurationOptions {
  readonly config?: string;
  readonly port?: string;
  readonly host?: string;
  readonly db?: string;
}

export const configOption = (): Option =>
  new Option('--config <file>', 'YAML file of settings; PACT_BROKER_CONF names one, too');

export const portOption = (): Option =>
  new Option('--port <port>', 'TCP port; 0 takes a free one (9292 unless set otherwise)');

export const hostOption = (): Option =>
  new Option('--host <address>', 'address to listen on (127.0.0.1 unless set otherwise)');

export const databaseOption = (): Option =>
  new Option(
    '--db <file>',
    'SQLite file, created when missing; ":memory:" forgets at the end (.pact-broker/pact-broker.sqlite unless set otherwise)',
  );

/**
 * The settings, from file, environment and command line; warnings about them are written to standard error.
 * @throws ConfigurationError with all mistakes
 */
export function configurationOf({ config, port, host, db }: ConfigurationOptions): Configuration {
  const configuration = configure({
    file: config,
    env: process.env,
    options: { port, host, databaseUrl: db },
  });
  for (const warning of configuration.resolved.warnings) console.error(`embedded-broker: ${warning}`);
  return configuration;
}
