/** All messages in a broker's error body of any shape (HAL, lists, problem+json, plain text). */
export function messagesOf(body: unknown): string[] {
  // Brokers answer a doubtful name in plain text. A page is that of a proxy.
  if (typeof body === 'string' && !/^\s*(<|$)/.test(body)) return [body.trim()];
  if (typeof body !== 'object' || body === null) return [];
  const { error, errors, detail, title } = body as Record<string, unknown>;
  if (typeof error === 'string') return [error];
  const message = (error as { message?: unknown } | undefined)?.message;
  if (typeof message === 'string') return [message];
  if (Array.isArray(errors)) return errors.map(oneMessage);
  if (typeof errors === 'object' && errors !== null) {
    return Object.entries(errors).flatMap(([field, texts]) =>
      (Array.isArray(texts) ? texts : [texts]).map((text) =>
        field === '' ? String(text) : `${field}: ${String(text)}`,
      ),
    );
  }
  if (typeof errors === 'string') return [errors];
  return [detail, title].filter((text) => typeof text === 'string').slice(0, 1);
}

function oneMessage(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const { pointer, detail, message } = error as Record<string, unknown>;
  const text =
    typeof detail === 'string' ? detail : typeof message === 'string' ? message : JSON.stringify(error);
  return typeof pointer === 'string' ? `${pointer.slice(1)}: ${text}` : text;
}
