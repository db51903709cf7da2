import { Listr } from 'listr2';

/** Shows the progress of a step. */
export interface StepProgress {
  /** Shows a line below the step's title while it runs, on a terminal only. */
  readonly show: (line: string) => void;
}

/** Runs steps one after the other and shows their progress; the first failure ends the chapter. */
export async function chapter(
  title: string,
  steps: Readonly<Record<string, (step: StepProgress) => Promise<void>>>,
): Promise<void> {
  printParagraphs(title);
  const tasks = Object.entries(steps).map(([name, work]) => ({
    title: name,
    task: (_: unknown, task: { output: string }) =>
      work({
        show: (line) => {
          if (process.stdout.isTTY) task.output = line;
        },
      }),
  }));
  await new Listr(tasks, {
    renderer: 'default',
    fallbackRenderer: 'simple',
    registerSignalListeners: false,
  }).run();
}

/** Prints paragraphs, each after an empty line. */
export function printParagraphs(...paragraphs: readonly string[]): void {
  console.log(`\n${paragraphs.join('\n\n')}`);
}
