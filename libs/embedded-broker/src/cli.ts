import { Command } from 'commander';
import { brokerVersion } from './broker-version.ts';
import { addBackupCommand } from './cli/backup.ts';
import { addCleanCommand } from './cli/clean.ts';
import { addConfigCommand } from './cli/config.ts';
import { addExecCommand } from './cli/exec.ts';
import { addHealthCommand } from './cli/health.ts';
import { addStartCommand } from './cli/start.ts';

// Each command imports what only it needs when it runs: the others, exec before all, do not wait for it.
const program = new Command('embedded-broker')
  .description('A Pact Broker without Docker and without Ruby: one process, one SQLite file.')
  .version(brokerVersion())
  .enablePositionalOptions()
  .showHelpAfterError();
addStartCommand(program);
addExecCommand(program);
addCleanCommand(program);
addBackupCommand(program);
addConfigCommand(program);
addHealthCommand(program);
// Not awaited: the bundle of the executable is a CommonJS module.
void program.parseAsync();
