import { arch, cpus, platform, release } from 'node:os';
import type { Command } from 'commander';
import type { Finding } from '../doctor/index.ts';
import { print, printNext, styled } from './print.ts';
import { workshopAction } from './workshop-action.ts';

/** `workshop doctor`: whether this machine meets the requirements of the workshop. */
export function addDoctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('check whether this machine meets the requirements; include the output in a bug report')
    .action(
      workshopAction(async ({ at, course }) => {
        print(
          `${platform()} ${release()} ${arch()}, ${cpus().length} cores; ${course.lessons.length} lessons`,
        );
        const { runChecks } = await import('../doctor/index.ts');
        const findings = await runChecks(at.playground);
        for (const line of findings.flatMap(findingLines)) print(line);
        const bad = findings.filter(({ state }) => state === 'bad');
        if (bad.length > 0) process.exitCode = 1;
        printNext(
          bad.length === 0
            ? '"npx workshop start" starts or continues a lesson.'
            : `fix what is marked ✘ (${bad.map(({ name }) => name).join(', ')}), then "npx workshop doctor" again.`,
        );
      }),
    );
}

function findingLines({ name, state, found, advice }: Finding): string[] {
  const mark = { good: styled('green', '✔'), note: styled('yellow', '!'), bad: styled('red', '✘') }[state];
  return [
    `  ${mark} ${name.padEnd(15)} ${found}`,
    ...(advice === undefined ? [] : [`    ${' '.repeat(15)} ${advice}`]),
  ];
}
