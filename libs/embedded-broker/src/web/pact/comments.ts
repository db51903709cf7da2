import { isObject, valueAt, type JsonTree } from '../../pacts/index.ts';
import { text } from './plain-values.ts';
import { prettyJson } from './pretty-json.ts';

/** What the authors of a contract say of an interaction; it changes nothing for a verifier. */
export interface Comment {
  /** What the comment is: `Test`, the group and the name of a reference, the name of a custom one. */
  readonly label: string | undefined;
  readonly text: string;
}

/** The comments of an interaction: free text, the name of its test, references, and any others by their names. */
export function commentsOf(document: JsonTree): Comment[] {
  const comments = valueAt(document, 'comments');
  if (!isObject(comments)) return [];
  return Object.entries(comments).flatMap(([key, value]) => {
    if (key === 'text') return linesOf(value).map((line) => ({ label: undefined, text: line }));
    if (key === 'testname') return labelled('Test', value);
    if (key !== 'references' || !isObject(value)) return labelled(key, value);
    return Object.entries(value).flatMap(([group, references]) =>
      isObject(references)
        ? Object.entries(references).flatMap(([name, reference]) => labelled(`${group} ${name}`, reference))
        : labelled(group, references),
    );
  });
}

function linesOf(tree: JsonTree): string[] {
  return [tree].flat().flatMap((line) => text(line) ?? []);
}

function labelled(label: string, value: JsonTree): Comment[] {
  return value === null ? [] : [{ label, text: text(value) ?? prettyJson(value, '') }];
}
