import { Command } from 'commander';
import { addCheckCommand } from './cli/check.ts';
import { addDoctorCommand } from './cli/doctor.ts';
import { addLookCommands } from './cli/look.ts';
import { addMoveCommands } from './cli/moves.ts';
import { addOpenCommand } from './cli/open.ts';
import { addFolders } from './cli/run.ts';
import { addWatchCommand } from './cli/watch.ts';

const program = new Command('workshop')
  .description(
    'Walks you through the Pact workshop. You work in playground/; the project itself stays as it is.',
  )
  .showHelpAfterError();
addFolders(program);
addOpenCommand(program);
addMoveCommands(program);
addCheckCommand(program);
addWatchCommand(program);
addLookCommands(program);
addDoctorCommand(program);
await program.parseAsync();
