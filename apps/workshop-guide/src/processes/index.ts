export { commandEnvironment } from './command-environment.ts';
export { runCommand, type CommandResult, type RunOptions } from './run-command.ts';
export { runProgram, runProgramSync } from './run-program.ts';
