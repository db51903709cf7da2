import {
  BrokerClient,
  embedded,
  refuseEmpty,
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
  return toEnvironment(await client.post(await client.linkFromIndex('pb:environments'), body));
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
  return (await environmentResources(new BrokerClient(options.broker))).map(toEnvironment);
}

/**
 * The document of an environment.
 * @throws UnknownEnvironmentError
 */
export async function environmentResource(client: BrokerClient, name: string): Promise<HalResource> {
  return named(await environmentResources(client), name);
}

/**
 * The same as `environmentResource`, with the path that all brokers have for environments: one request less than by
 * links.
 * @throws UnknownEnvironmentError
 */
export async function environmentNamed(client: BrokerClient, name: string): Promise<HalResource> {
  return named(embedded(await client.get(`${client.baseUrl}/environments`), 'environments'), name);
}

function named(all: readonly HalResource[], name: string): HalResource {
  const found = all.find((environment) => environment['name'] === name);
  if (found) return found;
  throw new UnknownEnvironmentError(
    name,
    all.map((environment) => toEnvironment(environment).name),
  );
}

async function environmentResources(client: BrokerClient): Promise<readonly HalResource[]> {
  return embedded(await client.get(await client.linkFromIndex('pb:environments')), 'environments');
}

function toEnvironment(resource: HalResource): Environment {
  const { uuid, name, displayName, production } = resource as unknown as Environment;
  return { uuid, name, displayName, production };
}
