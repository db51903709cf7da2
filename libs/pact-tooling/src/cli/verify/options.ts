import { readCertificate } from '@pact-workshop/broker-client';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { buildInfo } from '../../build/index.ts';
import type {
  ConsumerVersionSelector,
  InteractionFilter,
  Transport,
  VerifyOptions,
} from '../../verify/index.ts';
import { collect, connectionFrom, wholeNumber, type CommonOptions } from '../common.ts';
import { collectList } from '../tags.ts';

export interface VerifyCommandOptions extends CommonOptions {
  readonly provider: string;
  readonly providerBaseUrl?: string;
  readonly providerCa?: string;
  readonly header?: Readonly<Record<string, string>>;
  readonly providerStatesUrl?: string;
  readonly messagesUrl?: string;
  readonly transport?: Transport[];
  readonly consumerVersionSelector?: ConsumerVersionSelector[];
  readonly publish?: boolean;
  readonly providerAppVersion?: string;
  readonly branch?: string;
  readonly tag?: string[];
  readonly buildUrl?: string;
  readonly enablePending?: boolean;
  readonly includeWipPactsSince?: string;
  readonly filterDescription?: RegExp;
  readonly filterState?: RegExp;
  readonly filterNoState?: boolean;
  readonly filterConsumer?: string[];
  readonly followRedirects?: boolean;
  readonly allowNoPacts?: boolean;
  readonly timeout?: number;
  readonly statesTimeout?: number;
  readonly logLevel?: NonNullable<VerifyOptions['logLevel']>;
  readonly json?: string;
  readonly junit?: string;
}

export function addVerifyOptions(command: Command): Command {
  return command
    .requiredOption('--provider <name>', 'name of the provider in the contracts')
    .option('--provider-base-url <url>', 'URL of the provider, with or without a path')
    .option('--provider-ca <file>', 'PEM file with certificates to trust, for a provider with https')
    .option('--header <header>', '"Name: value" for every request; may be repeated', collectHeader)
    .option('--provider-states-url <url>', 'URL for state changes, as Pact’s verifiers send them')
    .option('--messages-url <url>', 'URL for messages, as Pact’s verifiers request them')
    .option(
      '--transport <protocol:port>',
      'port of the provider for a plugin, on this machine; may be repeated',
      collectTransport,
    )
    .option(
      '--consumer-version-selector <json>',
      'selects pacts, e.g. {"mainBranch":true}; may be repeated',
      collectSelector,
    )
    .option('--publish', 'publish the results to the broker')
    .option(
      '-a, --provider-app-version <version>',
      'version of the provider (default: VERSION_COMMIT, else the CI’s commit, else git’s)',
    )
    .option('--branch <name>', 'branch of the provider (default: VERSION_BRANCH, else the CI’s, else git’s)')
    .option(
      '-t, --tag <names>',
      'tag for the provider version, or a list with commas; may be repeated',
      collectList,
    )
    .option('--build-url <url>', 'URL of the CI build')
    .option('--enable-pending', 'pacts that this provider has never verified may fail')
    .option(
      '--include-wip-pacts-since <date>',
      'also verify new pacts that no selector chooses; they may fail',
    )
    .option('--filter-description <pattern>', 'verify only interactions with a matching description', pattern)
    .option('--filter-state <pattern>', 'verify only interactions with a matching provider state', pattern)
    .addOption(
      new Option('--filter-no-state', 'verify only interactions without a state').conflicts('filterState'),
    )
    .option('--filter-consumer <name>', 'verify only this consumer’s contracts; may be repeated', collect)
    .option('--follow-redirects', 'follow redirects instead of comparing them')
    .option('--allow-no-pacts', 'succeed if there is nothing to verify')
    .option('--timeout <ms>', 'timeout of the provider’s answer (default: 30000)', wholeNumber)
    .option(
      '--states-timeout <ms>',
      'timeout of a state change or a message (default: as --timeout)',
      wholeNumber,
    )
    .option('--json <file>', 'write the result to this file as JSON')
    .option('--junit <file>', 'write a JUnit report to this file')
    .addOption(
      new Option('--log-level <level>', 'log level of the native verifier')
        .choices(['trace', 'debug', 'info', 'warn', 'error'])
        .default('error'),
    );
}

/**
 * The options of the library.
 * @param files the arguments of the command; without any, the broker's pacts are verified
 */
export function verifyOptions(options: VerifyCommandOptions, files: readonly string[]): VerifyOptions {
  const { providerCa } = options;
  return {
    provider: options.provider,
    providerBaseUrl: options.providerBaseUrl,
    ca: providerCa === undefined ? undefined : readCertificate(providerCa, '--provider-ca'),
    headers: options.header,
    providerStatesUrl: options.providerStatesUrl,
    messagesUrl: options.messagesUrl,
    transports: options.transport,
    ...(files.length > 0 ? { files } : { broker: connectionFrom(options), ...buildFrom(options) }),
    selectors: options.consumerVersionSelector,
    publishResults: options.publish,
    providerTags: options.tag,
    buildUrl: options.buildUrl,
    enablePending: options.enablePending,
    includeWipPactsSince: options.includeWipPactsSince,
    filter: filterFrom(options),
    followRedirects: options.followRedirects,
    allowNoPacts: options.allowNoPacts,
    timeoutMs: options.timeout,
    stateTimeoutMs: options.statesTimeout,
    logLevel: options.logLevel,
  };
}

function buildFrom({ providerAppVersion, branch }: VerifyCommandOptions): Partial<VerifyOptions> {
  const versionOption = '--provider-app-version';
  const build = buildInfo({ version: providerAppVersion, branch, versionOption });
  return { providerVersion: build.version, providerBranch: build.branch };
}

function filterFrom(options: VerifyCommandOptions): InteractionFilter | undefined {
  const { filterDescription: description, filterState, filterNoState, filterConsumer: consumer } = options;
  const state = filterNoState ? false : filterState;
  const isGiven = [description, state, consumer].some((one) => one !== undefined);
  return isGiven ? { description, state, consumer } : undefined;
}

function pattern(text: string): RegExp {
  try {
    return new RegExp(text);
  } catch (error) {
    throw new InvalidArgumentError(`it is not a regular expression (${(error as Error).message}).`);
  }
}

function collectHeader(
  text: string,
  previous: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const [, name, value] = /^([!#$%&'*+.^_`|~\w-]+):\s*(.*)$/.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new InvalidArgumentError('"Name: value" is expected.');
  return { ...previous, [name]: value };
}

function collectTransport(text: string, previous: readonly Transport[] = []): Transport[] {
  const [, protocol, port] = /^([\w-]+):(\d{1,5})$/.exec(text) ?? [];
  if (protocol === undefined)
    throw new InvalidArgumentError('a protocol and a port are expected, e.g. grpc:5050.');
  return [...previous, { protocol, port: Number(port) }];
}

function collectSelector(
  text: string,
  previous: readonly ConsumerVersionSelector[] = [],
): ConsumerVersionSelector[] {
  try {
    const selector: unknown = JSON.parse(text);
    if (typeof selector === 'object' && selector !== null && !Array.isArray(selector))
      return [...previous, selector];
  } catch {
    // the error is below
  }
  throw new InvalidArgumentError('a JSON object is expected, e.g. {"mainBranch":true}.');
}
