/** A line for the publisher, from the broker or from the tooling itself. */
export interface Notice {
  /** How to show it; `error` and `danger` are the worst. */
  readonly type: 'debug' | 'info' | 'prompt' | 'success' | 'warning' | 'error' | 'danger';
  /** A line of plain text. */
  readonly text: string;
}

/** The notices in an answer. */
export function noticesOf(body: unknown): Notice[] {
  const notices = (body as { notices?: unknown } | null)?.notices;
  return Array.isArray(notices)
    ? notices.map(({ type, text }: Notice) => ({ type, text: String(text) }))
    : [];
}
