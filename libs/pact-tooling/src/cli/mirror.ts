import { InvalidArgumentError, Option, type Command } from 'commander';
import { outputOption, wholeNumber } from './common.ts';
import { runCommand } from './run-command.ts';
import type { MirrorCommandOptions } from './run-mirror.ts';

export function addMirrorCommand(program: Command): void {
  const command = program
    .command('mirror')
    .description('copy everything from one broker to another; another run copies what is missing')
    .addOption(addressOption('from', 'the broker to read'))
    .addOption(addressOption('to', 'the broker to fill'));
  for (const side of ['from', 'to']) addCredentialOptions(command, side);
  command
    .option('--dry-run', 'only count what would be copied')
    .option('--no-check', 'do not ask both brokers at the end what can be deployed')
    .option('--enable-webhooks', 'copy webhooks as they are, instead of switching them off')
    .option('--full-history', 'ask for past deployments and ended releases of each version (slow)')
    .option('--concurrency <requests>', 'number of requests at the same time', atLeastOne, 4)
    .addOption(outputOption(['table', 'json']))
    .option('-v, --verbose', 'show the stack of an error')
    .action((options: MirrorCommandOptions) =>
      runCommand(options, async () => {
        // Loaded only now: no other command needs it.
        const { runMirror } = await import('./run-mirror.ts');
        return runMirror(options);
      }),
    );
}

function addressOption(side: string, what: string): Option {
  const variable = `PACT_BROKER_${side.toUpperCase()}_BASE_URL`;
  return new Option(`--${side} <url>`, what).env(variable).makeOptionMandatory();
}

/** The credential options of the other commands, for each broker. Their usual variables belong to neither broker. */
function addCredentialOptions(command: Command, side: string): void {
  const variable = (name: string) => `PACT_BROKER_${side.toUpperCase()}_${name}`;
  command
    .option(`--${side}-username <name>`, `user name for basic auth (${variable('USERNAME')})`)
    .option(`--${side}-password <password>`, `its password (${variable('PASSWORD')})`)
    .option(`--${side}-token <token>`, `bearer token (${variable('TOKEN')})`)
    .option(`--${side}-ssl-certificate <file>`, 'PEM file with a certificate to trust (SSL_CERT_FILE)');
}

function atLeastOne(text: string): number {
  const number = wholeNumber(text);
  if (number < 1) throw new InvalidArgumentError('at least 1 is expected.');
  return number;
}
