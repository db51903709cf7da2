import { PactToolingError } from '@pact-workshop/broker-client';
import type { Command } from 'commander';
import { createEnvironment, listEnvironments } from '../environments/index.ts';
import { connectionFrom, outputOption, withBrokerOptions, type CommonOptions } from './common.ts';
import { runCommand } from './run-command.ts';

interface CreateOptions extends CommonOptions {
  readonly name: string;
  readonly displayName?: string;
  readonly production?: boolean;
  readonly contactName?: string;
  readonly contactEmailAddress?: string;
  readonly output: string;
}

export function addEnvironmentCommands(program: Command): void {
  const create = program
    .command('create-environment')
    .description('create an environment')
    .requiredOption('--name <name>', 'unique, without spaces')
    .option('--display-name <name>', 'derived from the name by default')
    .option('--production', 'the environment serves real users')
    .option('--contact-name <name>', 'name of the person responsible for it')
    .option('--contact-email-address <address>', 'their e-mail address')
    .addOption(outputOption(['text', 'json', 'id']));
  withBrokerOptions(create).action((options: CreateOptions) =>
    runCommand(options, async () => {
      const { name, displayName, production, output } = options;
      const environment = await createEnvironment({
        broker: connectionFrom(options),
        name,
        displayName,
        production,
        contact: contactFrom(options),
      });
      if (output === 'json') console.log(JSON.stringify(environment, null, 2));
      else if (output === 'id') console.log(environment.uuid);
      else console.log(`✅ Created ${name} environment in the Pact Broker with UUID ${environment.uuid}`);
    }),
  );

  const list = program
    .command('list-environments')
    .description('list the environments')
    .addOption(outputOption(['text', 'json']));
  withBrokerOptions(list).action((options: CommonOptions & { readonly output: string }) =>
    runCommand(options, async () => {
      const environments = await listEnvironments({ broker: connectionFrom(options) });
      if (options.output === 'json') console.log(JSON.stringify(environments, null, 2));
      else if (environments.length === 0) console.log('There are no environments.');
      for (const { uuid, name, displayName, production } of options.output === 'json' ? [] : environments) {
        console.log(`${uuid}  ${name}  (${displayName}${production ? ', production' : ''})`);
      }
    }),
  );
}

function contactFrom({ contactName, contactEmailAddress }: CreateOptions) {
  if (contactName !== undefined) return { name: contactName, emailAddress: contactEmailAddress };
  if (contactEmailAddress === undefined) return undefined;
  throw new PactToolingError('Give the name for the e-mail address: --contact-name NAME.');
}
