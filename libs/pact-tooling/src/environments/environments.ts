import {
  BrokerClient,
  NotAPactBrokerError,
  refuseEmpty,
  requireEmbedded,
  type Broker,
  type HalResource,
} from '@pact-workshop/broker-client';
import { UnknownEnvironmentError } from './errors.ts';

/** An environment as the broker has it. */
export interface Environment {
  /** The broker's id. */
  readonly uuid: string;
  /** Unique, for commands. */
  readonly name: string;
  /** For people. */
  readonly displayName: string;
  /** Whether it serves real users. */
  readonly production: boolean;
}

/** Options of {@link listEnvironments}. */
export interface ListEnvironmentsOptions {
  /** By default, from the environment: {@link brokerConnection}. */
  readonly broker?: Broker | undefined;
}

/** Options of {@link createEnvironment}. */
export interface CreateEnvironmentOptions {
  /** By default, from the environment: {@link brokerConnection}. */
  readonly broker?: Broker | undefined;
  /** Unique, without spaces. */
  readonly name: string;
  /** Made from the name by default. */
  readonly displayName?: string | undefined;
  /** Whether it serves real users; false by default. */
  readonly production?: boolean | undefined;
  /** The person responsible for it; nobody by default. */
  readonly contact?:
    | {
        /** Their name. */
        readonly name: string;
        /** Their e-mail address; none by default. */
        readonly emailAddress?: string | undefined;
      }
    | undefined;
}

/**
 * Creates an environment.
 * Source: docs/official-broker/environments.md#an-environment.
 * @returns the environment as the broker has it now
 * @example
 * ```ts
 * import { createEnvironment } from '@pact-workshop/pact-tooling';
 *
 * const { uuid } = await createEnvironment({ name: 'staging', displayName: 'Staging' });
 * console.log(`The broker knows it as ${uuid}.`);
 * ```
 * @throws {@link EmptyValueError} if a given value is empty
 * @throws {@link BrokerResponseError} if the name exists or is malformed
 * @throws {@link BrokerUnreachableError}, {@link BrokerUnauthorizedError}
 */
export async function createEnvironment(options: CreateEnvironmentOptions): Promise<Environment> {
  const { name, displayName, production = false, contact } = options;
  const { name: contactName, emailAddress } = contact ?? {};
  refuseEmpty({
    name,
    'display name': displayName,
    'name of the contact': contactName,
    'e-mail address of the contact': emailAddress,
  });
  const client = new BrokerClient(options.broker);
  const details = emailAddress === undefined ? undefined : { emailAddress };
  const body = {
    name,
    production,
    displayName,
    contacts: contactName === undefined ? undefined : [{ name: contactName, details }],
  };
  const url = await client.linkFromIndex('pb:environments');
  return toEnvironment(await client.post(url, body), url);
}

/**
 * All environments of the broker.
 * @returns the environments, ordered by display name
 * @example
 * ```ts
 * import { listEnvironments } from '@pact-workshop/pact-tooling';
 *
 * const environments = await listEnvironments();
 * console.log(environments.filter(({ production }) => production).map(({ name }) => name));
 * ```
 * @throws {@link BrokerUnreachableError}, {@link BrokerUnauthorizedError}, {@link BrokerResponseError}
 */
export async function listEnvironments(options: ListEnvironmentsOptions = {}): Promise<Environment[]> {
  const client = new BrokerClient(options.broker);
  return (await environmentResources(client)).map((one) => toEnvironment(one, client.baseUrl));
}

/**
 * The document of an environment.
 * @throws UnknownEnvironmentError
 */
export async function environmentResource(client: BrokerClient, name: string): Promise<HalResource> {
  return named(await environmentResources(client), name, client.baseUrl);
}

/**
 * The same as `environmentResource`, with the path that all brokers have for environments: one request less than by
 * links.
 * @throws UnknownEnvironmentError
 */
export async function environmentNamed(client: BrokerClient, name: string): Promise<HalResource> {
  const url = `${client.baseUrl}/environments`;
  return named(requireEmbedded(await client.get(url), 'environments', url), name, url);
}

function named(all: readonly HalResource[], name: string, url: string): HalResource {
  const found = all.find((environment) => environment['name'] === name);
  if (found) return found;
  throw new UnknownEnvironmentError(
    name,
    all.map((environment) => toEnvironment(environment, url).name),
  );
}

async function environmentResources(client: BrokerClient): Promise<readonly HalResource[]> {
  const url = await client.linkFromIndex('pb:environments');
  return requireEmbedded(await client.get(url), 'environments', url);
}

/** @throws NotAPactBrokerError if the document is not that of an environment, so that nothing was created, either */
function toEnvironment(resource: HalResource, url: string): Environment {
  const { uuid, name, displayName, production } = resource as unknown as Environment;
  if (typeof uuid !== 'string' || typeof name !== 'string') {
    throw new NotAPactBrokerError(url, 'its answer is not an environment');
  }
  return { uuid, name, displayName, production };
}
