import type { ShownExchange, ShownPart } from '../outcome/shown-exchange.ts';

/** A request and its answer as lines of text. */
export function exchangeLines({ request, response }: ShownExchange): string[] {
  return [
    `sent: ${request.method} ${request.path}`,
    ...partLines(request),
    ...(response ? [`received: ${response.status}`, ...partLines(response)] : ['received: nothing']),
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
