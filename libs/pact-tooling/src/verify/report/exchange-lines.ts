import type { ShownExchange, ShownPart } from '../outcome/shown-exchange.ts';

/** What was sent and what came, as lines for people. */
export function exchangeLines({ request, response }: ShownExchange): string[] {
  return [
    `sent: ${request.method} ${request.path}`,
    ...partLines(request),
    ...(response ? [`came: ${response.status}`, ...partLines(response)] : ['came: nothing']),
  ];
}

function partLines({ headers, body }: ShownPart): string[] {
  const lines = Object.entries(headers).flatMap(([name, values]) =>
    [values].flat().map((value) => `${name}: ${String(value)}`),
  );
  return [...lines, ...(body === undefined ? [] : ['', ...body.split('\n')])].map((line) =>
    `  ${line}`.trimEnd(),
  );
}
