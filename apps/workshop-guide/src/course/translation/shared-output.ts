/** A block of console output at the left margin. */
const consoleBlock = /^```console(?<stage>[^\n]*)\n(?<body>[^]*?)^```$/gm;

/** A text in which each console block has only its commands, each with `…` for its output: so a translation has it. */
export function withoutOutput(markdown: string): string {
  return markdown.replace(consoleBlock, (_, stage: string, body: string) => {
    const commands = body.split('\n').filter((line) => line.startsWith('$ '));
    return `\`\`\`console${stage}\n${commands.map((command) => `${command}\n…\n`).join('')}\`\`\``;
  });
}

/** The translated text with the output that the English text shows, block by block. */
export function withSharedOutput(translated: string, english: string): string {
  const blocks = [...english.matchAll(consoleBlock)].map(([block]) => block);
  let next = 0;
  return translated.replace(consoleBlock, (block) => {
    const shown = blocks[next++];
    // Of another command: the translation follows an older text.
    return shown !== undefined && withoutOutput(shown) === block ? shown : block;
  });
}
