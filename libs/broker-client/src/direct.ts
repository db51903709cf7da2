import type { Agent, IncomingMessage } from 'node:http';
import { urlToHttpOptions } from 'node:url';
import type { Answer, Send } from './answer.ts';
import { http, https } from './node-http.ts';
import { nodeRequest } from './node-request.ts';

/** As Node's own agents, which go through a proxy where the environment tells Node to use one. */
const kept = { keepAlive: true, scheduling: 'lifo', timeout: 5000 } as const;
const plainAgent = new http.Agent(kept);
const secureAgent = new https.Agent(kept);

/**
 * Sends requests without a proxy.
 * @param secure the agent for https, where another than the usual certificates are trusted
 */
export function direct(secure: Agent = secureAgent): Send {
  return async ({ method, url, headers, body }, signal) => {
    const target = urlToHttpOptions(new URL(url));
    const agent = target.protocol === 'https:' ? secure : plainAgent;
    const all = { 'Accept-Encoding': 'gzip', ...headers };
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      nodeRequest({ ...target, method, headers: all, agent, signal }, resolve)
        .on('error', reject)
        .end(body);
    });
    return answerOf(response);
  };
}

async function answerOf(response: IncomingMessage): Promise<Answer> {
  const { statusCode: status = 0, headers } = response;
  try {
    const chunks = (await response.toArray()) as Buffer[];
    const bytes = unpacked(Buffer.concat(chunks), headers['content-encoding']);
    // A byte order mark is no part of a text.
    return { status, headers, text: bytes.toString('utf8').replace(/^\uFEFF/, '') };
  } catch (error) {
    return { status, headers, text: '', brokenBy: error as Error };
  }
}

function unpacked(bytes: Buffer, encoding: string | undefined): Buffer {
  return encoding === 'gzip' && bytes.length > 0
    ? process.getBuiltinModule('node:zlib').gunzipSync(bytes)
    : bytes;
}
