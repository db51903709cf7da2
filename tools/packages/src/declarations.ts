import { dirname, join } from 'node:path/posix';
import ts from 'typescript';

/**
 * The declarations that a user of the package can reach from one of them.
 * @param texts by path from the package's top, with relative imports of `.js`
 */
export function reachableDeclarations(texts: ReadonlyMap<string, string>, entry: string): Set<string> {
  const reached = new Set<string>();
  const visit = (path: string) => {
    const text = texts.get(path);
    if (text === undefined) throw new Error(`there is no ${path}`);
    if (reached.has(path)) return;
    reached.add(path);
    for (const { fileName } of ts.preProcessFile(text).importedFiles)
      if (fileName.startsWith('.')) visit(join(dirname(path), fileName).replace(/\.js$/, '.d.ts'));
  };
  visit(entry);
  return reached;
}
