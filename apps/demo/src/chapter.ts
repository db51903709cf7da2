import { Listr } from 'listr2';

/** What a step can do besides its work. */
export interface StepProgress {
  /** Shows a line below the step's title while it runs; a terminal is needed for that. */
  readonly show: (line: string) => void;
}

/** Runs steps one after the other and shows how far they are; the first failure ends it. */
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

/** Prints paragraphs, with an empty line before them. */
export function printParagraphs(...paragraphs: readonly string[]): void {
  console.log(`\n${paragraphs.join('\n\n')}`);
}
