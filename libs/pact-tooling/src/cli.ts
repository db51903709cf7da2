import { Command } from 'commander';
import { addCanIDeployCommands } from './cli/can-i-deploy.ts';
import { addEnvironmentCommands } from './cli/environments.ts';
import { addMirrorCommand } from './cli/mirror.ts';
import { addPublishCommand } from './cli/publish.ts';
import { addRecordCommands } from './cli/record.ts';
import { addVerifyCommand } from './cli/verify/verify.ts';
import { addVersionCommands } from './cli/versions.ts';

const program = new Command('pact-tooling')
  .description('Publishes contracts, verifies providers, and asks a Pact Broker what may be deployed.')
  .showHelpAfterError('(see --help)');
addPublishCommand(program);
addVerifyCommand(program);
addCanIDeployCommands(program);
addRecordCommands(program);
addEnvironmentCommands(program);
addVersionCommands(program);
addMirrorCommand(program);
await program.parseAsync();
