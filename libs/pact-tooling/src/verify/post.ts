/** The most characters of an error's body to show. */
const shownLength = 200;

/** The answer of a URL. */
export interface Posted {
  readonly headers: Headers;
  readonly body: Buffer;
}

/**
 * Sends a JSON text to a URL of the provider, which may be written in any language.
 * @param timeoutMs limit of the whole exchange, to the end of the answer
 * @throws Error with the URL, if it does not answer in time, or not with a success
 */
export async function post(url: string, json: string, timeoutMs: number): Promise<Posted> {
  const { answer, body } = await exchange(url, json, timeoutMs).catch((error: unknown) => {
    const { message, cause } = error as Error;
    const reason = (cause as NodeJS.ErrnoException | undefined)?.code ?? message;
    throw new Error(`${url} does not answer (${reason})`, { cause: error });
  });
  if (!answer.ok) {
    const said = body.toString('utf8').slice(0, shownLength).trim();
    throw new Error(`${url} answered ${answer.status}${said === '' ? '' : `: ${said}`}`);
  }
  return { headers: answer.headers, body };
}

async function exchange(url: string, json: string, timeoutMs: number) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: json,
    signal: AbortSignal.timeout(timeoutMs),
    redirect: 'manual',
  });
  return { answer, body: Buffer.from(await answer.arrayBuffer()) };
}
