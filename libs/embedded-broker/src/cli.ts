import { Command } from 'commander';
import { addExecCommand } from './cli/exec.ts';
import { addStartCommand } from './cli/start.ts';

const program = new Command('embedded-broker')
  .description('A Pact Broker without Docker and without Ruby: one process, one SQLite file.')
  .enablePositionalOptions()
  .showHelpAfterError();
addStartCommand(program);
addExecCommand(program);
await program.parseAsync();
