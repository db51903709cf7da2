import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Prints a line. */
export function print(text = ''): void {
  console.log(text);
}

/** Text with a colour, where the terminal shows colours. */
export function styled(style: Style, text: string): string {
  return styleText(style, text);
}

/** Says what to do next; every command ends with it. */
export function printNext(step: string): void {
  print(`\n${styled('bold', 'Next:')} ${step}`);
}
