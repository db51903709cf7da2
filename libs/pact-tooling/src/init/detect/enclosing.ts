/** The code around a position: an exported function, or a method of an exported class. */
export interface Enclosing {
  readonly name: string;
  /** The source of its parameters. */
  readonly parameters: string;
  /** The class that has the method, with the parameters of its constructor. */
  readonly ofClass?: { readonly name: string; readonly parameters: string };
}

const functions =
  /^(?:export\s+)?(?:async\s+)?function\s+(?<name>\w+)\s*(?:<[^(]*>)?\((?<parameters>[^)]*)\)|^(?:export\s+)?const\s+(?<constant>\w+)\s*(?::[^=\n]+)?=\s*(?:async\s*)?\((?<of>[^)]*)\)[^=\n]*=>|^(?:module\.)?exports\.(?<property>\w+)\s*=\s*async\s*(?:function\s*\w*\s*)?\((?<given>[^)]*)\)/gm;
const classes = /^(?:export\s+)?class\s+(?<name>\w+)/gm;
const methods =
  /^[ \t]+(?:public\s+)?(?:async\s+)?(?<name>\w+)\s*(?:<[^(]*>)?\((?<parameters>[^)]*)\)[^;{=]*\{/gm;
const words = new Set(['if', 'for', 'while', 'switch', 'catch', 'function', 'constructor']);

/** What a position is in, where others can call it. */
export function enclosing(source: string, index: number): Enclosing | undefined {
  const around = lastBefore(source.matchAll(functions), index);
  const inClass = lastBefore(source.matchAll(classes), index);
  if (inClass && inClass.index > (around?.index ?? -1)) return methodOf(source, inClass, index);
  const { name, constant, property, parameters, of, given } = around?.groups ?? {};
  const called = name ?? constant ?? property;
  if (called === undefined || !isExported(source, called)) return undefined;
  return { name: called, parameters: parameters ?? of ?? given ?? '' };
}

function methodOf(source: string, inClass: RegExpExecArray, index: number): Enclosing | undefined {
  const className = inClass.groups?.['name'] ?? '';
  const found = [...source.matchAll(methods)].filter(({ groups }) => !words.has(groups?.['name'] ?? ''));
  const { name, parameters = '' } = lastBefore(found, index)?.groups ?? {};
  if (name === undefined || !isExported(source, className)) return undefined;
  const [, constructed = ''] = /\bconstructor\s*\(([^)]*)\)/.exec(source.slice(inClass.index)) ?? [];
  return { name, parameters, ofClass: { name: className, parameters: constructed } };
}

function lastBefore(matches: Iterable<RegExpExecArray>, index: number): RegExpExecArray | undefined {
  return [...matches].findLast((match) => match.index <= index);
}

/** Whether a source exports a name, as an ES module or in CommonJS. */
export function isExported(source: string, name: string): boolean {
  return [
    `^export\\s+(?:async\\s+)?(?:function|const|let|class)\\s+${name}\\b`,
    `^export\\s*\\{[^}]*\\b${name}\\b`,
    `exports\\s*=\\s*\\{[^}]*\\b${name}\\b`,
    `exports\\.${name}\\s*=`,
  ].some((pattern) => new RegExp(pattern, 'm').test(source));
}
