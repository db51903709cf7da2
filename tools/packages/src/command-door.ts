/**
 * The JavaScript file that starts a command, for the package: it asks for the Node that the package needs, and loads
 * what was compiled.
 * @param text of the file in the library's `bin/`
 * @throws Error when the file does not say once which Node it needs and once what it loads, or is not started by env
 */
export function packagedDoor(text: string, oldestNode: string): string {
  const needed = replaceOnce(text, /(?<=const needed = ')[\d.]+(?=')/g, oldestNode);
  // With options, the line would need "env -S", which Alpine's env does not know.
  const plain = replaceOnce(needed, /(?<=^#!\/usr\/bin\/env )(-S )?node\b.*(?=\n)/g, 'node');
  return replaceOnce(plain, /(?<=import\(')\.\.\/src\/cli\.ts(?='\))/g, '../dist/cli.js');
}

function replaceOnce(text: string, pattern: RegExp, by: string): string {
  const found = text.match(pattern)?.length ?? 0;
  if (found !== 1) throw new Error(`${pattern.source} is ${found} times in the command's file, not once`);
  return text.replace(pattern, by);
}
