import {
  BrokerClient,
  embedded,
  refuseEmpty,
  type Broker,
  type HalResource,
} from '@pact-workshop/broker-client';
import { UnknownEnvironmentError } from './errors.ts';

export interface Environment {
  readonly uuid: string;
  readonly name: string;
  readonly displayName: string;
  readonly production: boolean;
}

export interface CreateEnvironmentOptions {
  readonly broker?: Broker | undefined;
  /** Unique, without spaces. */
  readonly name: string;
  /** Made from the name by default. */
  readonly displayName?: string | undefined;
  /** Whether it serves real users; false by default. */
  readonly production?: boolean | undefined;
  /** The person responsible for it. */
  readonly contact?: { readonly name: string; readonly emailAddress?: string | undefined } | undefined;
}

/**
 * Creates an environment.
 * @throws EmptyValueError
 * @throws BrokerResponseError if the name exists or is malformed
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

/** All environments, by display name. */
export async function listEnvironments(
  options: { readonly broker?: Broker | undefined } = {},
): Promise<Environment[]> {
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
