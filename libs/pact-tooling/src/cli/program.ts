import { Command, type OutputConfiguration } from 'commander';
import { addCanIDeployCommands } from './can-i-deploy.ts';
import { toolingVersion } from '../tooling-version.ts';
import { addEnvironmentCommands } from './environments.ts';
import { addInitCommand } from './init.ts';
import { addMirrorCommand } from './mirror.ts';
import { addPublishCommand } from './publish.ts';
import { addRecordCommands } from './record.ts';
import { addVerifyCommand } from './verify/verify.ts';
import { addVersionCommands } from './versions.ts';

/**
 * All commands.
 * @param output the streams for help and errors of options; by default those of the process
 */
export function createProgram(output: OutputConfiguration = {}): Command {
  const program = new Command('pact-tooling')
    .description('Publishes contracts, verifies providers, and asks a Pact Broker what can be deployed.')
    .version(toolingVersion())
    // Behind a command, --version is that command's: the version of a pacticipant.
    .enablePositionalOptions()
    .showHelpAfterError('(see --help)')
    .configureOutput(output);
  addInitCommand(program);
  addPublishCommand(program);
  addVerifyCommand(program);
  addCanIDeployCommands(program);
  addRecordCommands(program);
  addEnvironmentCommands(program);
  addVersionCommands(program);
  addMirrorCommand(program);
  return program;
}
