import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Prints a line. */
export function print(text = ''): void {
  console.log(text);
}

/** Text in a style, where the terminal supports it. */
export function styled(style: Style, text: string): string {
  return styleText(style, text);
}

/** Prints the next step; every command ends with it. */
export function printNext(step: string): void {
  print(`\n${styled('bold', 'Next:')} ${step}`);
}
