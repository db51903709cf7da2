/** A line for the publisher, from the broker or from the tooling itself. */
export interface Notice {
  readonly type: 'debug' | 'info' | 'prompt' | 'success' | 'warning' | 'error' | 'danger';
  readonly text: string;
}

/** The notices in an answer. */
export function noticesOf(body: unknown): Notice[] {
  const notices = (body as { notices?: unknown } | null)?.notices;
  return Array.isArray(notices)
    ? notices.map(({ type, text }: Notice) => ({ type, text: String(text) }))
    : [];
}
