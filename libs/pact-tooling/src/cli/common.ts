import {
  announceRetry,
  brokerConnection,
  readCertificate,
  variable,
  type BrokerConnection,
} from '@pact-workshop/broker-client';
import { InvalidArgumentError, Option, type Command } from 'commander';

/** The options that every command has. */
export interface CommonOptions {
  readonly brokerBaseUrl?: string;
  readonly brokerUsername?: string;
  readonly brokerPassword?: string;
  readonly brokerToken?: string;
  readonly sslCertificate?: string;
  readonly verbose?: boolean;
}

/** Adds the options for the broker. The help does not show values from the environment, as some are secrets. */
export function withBrokerOptions(command: Command): Command {
  return command
    .option(
      '-b, --broker-base-url <url>',
      'URL of the broker (PACT_BROKER_BASE_URL; default http://127.0.0.1:9292)',
    )
    .option('-u, --broker-username <name>', 'user name for basic auth (PACT_BROKER_USERNAME)')
    .option('-p, --broker-password <password>', 'its password (PACT_BROKER_PASSWORD)')
    .option('-k, --broker-token <token>', 'bearer token (PACT_BROKER_TOKEN)')
    .option('-c, --ssl-certificate <file>', 'PEM file with a certificate to trust (SSL_CERT_FILE)')
    .option('-v, --verbose', 'show the stack of an error');
}

/** The connection from the options and the environment. */
export function connectionFrom(options: CommonOptions): BrokerConnection {
  const { brokerBaseUrl, brokerUsername, brokerPassword, brokerToken, sslCertificate } = options;
  const base = brokerConnection(brokerBaseUrl);
  // A user name on the command line belongs to another account than the token of the environment.
  const credentials =
    brokerUsername === undefined
      ? base
      : {
          username: brokerUsername,
          password: variable(process.env, 'PACT_BROKER_PASSWORD'),
          token: undefined,
        };
  return {
    ...base,
    onRetry: announceRetry,
    username: credentials.username,
    password: brokerPassword ?? credentials.password,
    token: brokerToken ?? credentials.token,
    ca: sslCertificate === undefined ? base.ca : readCertificate(sslCertificate, '--ssl-certificate'),
  };
}

export const outputOption = (formats: readonly string[]): Option =>
  new Option('-o, --output <format>', 'format of the output').choices(formats).default(formats[0]);

export const versionOption = (): Option =>
  new Option(
    '-e, --version <version>',
    'version of the pacticipant (default: VERSION_COMMIT, else the CI’s commit, else git’s)',
  );

/** Parses a whole number from 0, for commander. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('a whole number is expected.');
  return Number(text);
}

/** Collects the values of a repeatable option. */
export function collect(value: string, previous: readonly string[] | undefined): string[] {
  return [...(previous ?? []), value];
}
