import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Prints a line. */
export function say(text = ''): void {
  console.log(text);
}

/** Text with a colour, where the terminal shows colours. */
export function coloured(style: Style, text: string): string {
  return styleText(style, text);
}

/** Says what to do next; every command ends with it. */
export function sayNext(step: string): void {
  say(`\n${coloured('bold', 'Next:')} ${step}`);
}
