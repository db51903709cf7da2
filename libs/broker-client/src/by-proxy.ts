import { createRequire } from 'node:module';
import type { Agent } from 'node:http';
import type { AxiosError, AxiosResponse, AxiosStatic } from 'axios';
import type { Answer, Send } from './answer.ts';
import { nodeRequest } from './node-request.ts';

const require = createRequire(import.meta.url);

/** Whether the environment names a proxy. It also says which requests are for it, which axios reads. */
export function namesProxy(env: NodeJS.ProcessEnv): boolean {
  return Object.entries(env).some(([name, value]) => /^(https?|all)_proxy$/i.test(name) && value);
}

/**
 * Sends requests through the proxy that the environment names for them. axios knows proxies. It is loaded for that alone,
 * as it takes as long as the rest of a short command; for CommonJS it is one file, for ES modules seventy.
 * @param secure the agent for https, where other than the usual certificates are trusted
 */
export function byProxy(secure?: Agent): Send {
  return async ({ body: data, ...request }, signal) => {
    const axios = require('axios') as AxiosStatic;
    const options = {
      transport: { request: nodeRequest },
      adapter: 'http',
      httpsAgent: secure,
      responseType: 'text',
      validateStatus: () => true,
    } as const;
    try {
      return answerOf(await axios.request<string>({ ...request, data, signal, ...options }));
    } catch (error) {
      if (!axios.isAxiosError<string>(error)) throw error;
      if (!error.response) throw bare(error);
      return { ...answerOf(error.response), text: '', brokenBy: bare(error) };
    }
  };
}

function answerOf({ status, headers, data: text }: AxiosResponse<string>): Answer {
  return { status, headers: headers as Answer['headers'], text };
}

/** The error without the fields that axios adds: one of them has the credentials, and errors are logged whole. */
function bare({ message, code, stack }: AxiosError): Error {
  return Object.assign(new Error(message), { code, stack });
}
