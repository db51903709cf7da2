import { parseDocument, visit, isScalar } from 'yaml';

/** A rule that a file breaks, and where. */
export interface Breach {
  readonly line: number;
  readonly rule: string;
}

/** How an action of this project is named in a pipeline that is to be copied: by the tag of its version. */
const own = /^pact-workshop\/pact-workshop-typescript\/actions\/[a-z-]+@v\d+\.\d+\.\d+$/;
const pinned = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/;

/**
 * The rules of a safe workflow or action that no linter here knows; zizmor has them as `unpinned-uses`, `template-injection`
 * and `dangerous-triggers` (https://docs.zizmor.sh/audits/).
 */
export function breaches(text: string): Breach[] {
  const found: Breach[] = [];
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
  const document = parseDocument(text);
  visit(document, {
    Pair(_, pair) {
      if (!isScalar(pair.key)) return;
      const line = lineOf(pair.key.range?.[0] ?? 0);
      const add = (rule: string) => void found.push({ line, rule });
      const value = isScalar(pair.value) ? String(pair.value.value) : undefined;
      switch (pair.key.value) {
        case 'uses':
          if (value === undefined || own.test(value)) break;
          if (!pinned.test(value)) add('an action is pinned to a commit');
          else if (!/^ v\d+\.\d+\.\d+$/.test(isScalar(pair.value) ? (pair.value.comment ?? '') : ''))
            add('a comment names the version of a pinned action');
          break;
        case 'run':
          if (value?.includes('${{')) add('a script gets values from variables, not from expressions');
          break;
        case 'on':
          if (/pull_request_target|workflow_run/.test(String(document.get('on'))))
            add('no code of a stranger runs with the rights of the repository');
          break;
      }
    },
  });
  return found;
}
