import { InvalidArgumentError, type Command } from 'commander';
import { Companion } from '../checking/index.ts';
import { acquireInstanceLock, refuseForeignFolder, start } from '../guide/index.ts';
import { printLessonTitle } from './check.ts';
import { printPreparation } from './lesson-commands.ts';
import { print, styled } from './print.ts';
import { runCompanion } from './watch.ts';
import { workshopAction } from './workshop-action.ts';

/** `workshop open`: the page in the browser and the companion in the terminal, together. */
export function addOpenCommand(program: Command): void {
  program
    .command('open')
    .description(
      'start or continue the workshop: a page in your browser, the results of each save in this terminal',
    )
    .option(
      '--port <number>',
      'port of the page; a free port is used instead when it is in use',
      readPort,
      8300,
    )
    .action(
      workshopAction(async (workshop, signal, { port }: { readonly port: number }) => {
        refuseForeignFolder(workshop.at.playground);
        const instanceLock = await acquireInstanceLock(workshop);
        try {
          // Only this command shows a page; what makes one takes a third of the time of all others to load.
          const { servePage } = await import('../web/index.ts');
          const { lesson } = await start(workshop, undefined, { signal, onPrepare: printPreparation });
          const companion = new Companion(workshop);
          const page = await servePage(workshop, companion, { port, signal });
          instanceLock.publishUrl(page.url);
          print(`The workshop is at ${styled('bold', page.url)}`);
          printLessonTitle(lesson);
          try {
            await runCompanion(workshop, companion, signal);
          } finally {
            await page.close();
          }
        } finally {
          instanceLock.release();
        }
      }),
    );
}

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535 || text.trim() === '')
    throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
  return port;
}
