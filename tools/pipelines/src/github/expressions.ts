import { data, Evaluator, Lexer, Parser } from '@actions/expressions';

/** What expressions may name: `github`, `inputs`, `env`, … */
export type Contexts = Readonly<Record<string, unknown>>;

/** Replaces each `${{ … }}` of a text by its value, as GitHub does. */
export function interpolate(text: string, contexts: Contexts): string {
  return text.replaceAll(/\$\{\{(.*?)\}\}/gs, (_, expression: string) =>
    evaluate(expression, contexts).coerceString(),
  );
}

/** Interpolates all values of a mapping. */
export function interpolateAll(
  values: Readonly<Record<string, unknown>> = {},
  contexts: Contexts,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, interpolate(String(value), contexts)]),
  );
}

/** Whether a condition (`if:`) holds. */
export function holds(condition: string, contexts: Contexts): boolean {
  const value = evaluate(condition.replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1'), contexts);
  return !['', '0', 'false', 'NaN'].includes(value.coerceString());
}

/** GitHub's own parser and evaluator. A context that is not given here can't be named. */
function evaluate(expression: string, contexts: Contexts): data.ExpressionData {
  const { tokens } = new Lexer(expression).lex();
  const tree = new Parser(tokens, Object.keys(contexts), []).parse();
  const values = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary;
  return new Evaluator(tree, values).evaluate();
}
