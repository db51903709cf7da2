import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { addCheckCommand } from './cli/check.ts';
import { addDoctorCommand } from './cli/doctor.ts';
import { addInfoCommands } from './cli/info-commands.ts';
import { addLessonCommands } from './cli/lesson-commands.ts';
import { addOpenCommand } from './cli/open.ts';
import { addWatchCommand } from './cli/watch.ts';
import { addFolderOptions } from './cli/workshop-action.ts';

const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
const program = new Command('workshop')
  .description(
    'Guides you through the Pact workshop. You work in playground/; the project itself does not change.',
  )
  .version((JSON.parse(manifest) as { version: string }).version)
  .showHelpAfterError();
addFolderOptions(program);
addOpenCommand(program);
addLessonCommands(program);
addCheckCommand(program);
addWatchCommand(program);
addInfoCommands(program);
addDoctorCommand(program);
await program.parseAsync();
