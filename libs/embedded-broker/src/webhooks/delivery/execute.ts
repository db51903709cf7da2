import type { BrokerSettings } from '../../config/index.ts';
import { buildRequest, type WebhookRequest } from './build-request.ts';
import { executionLog } from '../log/execution-log.ts';
import { secretsOf, withoutSecrets } from '../definition/masking.ts';
import { send, type WebhookResponse } from './send.ts';
import { checkTarget, TargetRefused } from './target.ts';
import { templateParameters, type ContractFacts } from './template-parameters.ts';
import type { RequestTemplate } from '../definition/webhook.ts';
import type { EventContext } from '../events/event-context.ts';

/** A webhook to call, with what its parameters are filled from. */
export interface Call {
  readonly uuid: string | undefined;
  readonly request: RequestTemplate;
  readonly context: EventContext;
  readonly facts: ContractFacts;
}

/** How calling a webhook went. No secret of the template is left in it. */
export interface Execution {
  readonly success: boolean;
  /** Whether another attempt can't help: it is not allowed to go there. */
  readonly isRefused: boolean;
  readonly request: WebhookRequest | undefined;
  readonly response: WebhookResponse | undefined;
  readonly errorMessage: string | undefined;
  /** @param conclusion the last line; undefined for none */
  readonly log: (conclusion: string | undefined) => string;
}

/**
 * Whether answers may be shown: only where the administrator listed the hosts.
 * Source: docs/official-broker/webhooks.md#where-a-webhook-may-go.
 */
export function showsResponses({ webhookHostWhitelist }: BrokerSettings): boolean {
  return webhookHostWhitelist.length > 0;
}

/**
 * Calls a webhook once. Whatever goes wrong is part of the result; nothing is thrown.
 * @param signal ends it early, e.g. because the broker is stopped
 */
export async function execute(
  call: Call,
  settings: BrokerSettings,
  { signal, now }: { readonly signal?: AbortSignal; readonly now: () => string },
): Promise<Execution> {
  let request: WebhookRequest | undefined;
  let response: WebhookResponse | undefined;
  let error: Error | undefined;
  try {
    request = buildRequest(call.request, templateParameters(call.facts, call.context), settings.userAgent);
    const { publicOnly } = checkTarget(request.method, request.url, settings);
    response = await send(request, {
      publicOnly,
      rejectUnauthorized: !settings.disableSslVerification,
      ...(signal && { signal }),
    });
  } catch (thrown) {
    error = thrown as Error;
  }
  const success = response !== undefined && settings.webhookHttpCodeSuccess.includes(response.status);
  const isRefused = error instanceof TargetRefused;
  const secrets = secretsOf(call.request);
  const clean = (text: string) => withoutSecrets(text, secrets);
  const { uuid, context } = call;
  return {
    success,
    isRefused,
    request,
    response: response && {
      ...response,
      body: clean(response.body),
      headers: cleanHeaders(response.headers, clean),
    },
    errorMessage: error && clean(error.message),
    log: (conclusion) =>
      clean(
        executionLog(
          {
            uuid,
            context,
            request,
            response,
            error: error && { message: error.message, isPublic: isRefused },
            conclusion,
          },
          showsResponses(settings),
          now(),
        ),
      ),
  };
}

function cleanHeaders(
  headers: WebhookResponse['headers'],
  clean: (text: string) => string,
): WebhookResponse['headers'] {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(clean) : value === undefined ? value : clean(value),
    ]),
  );
}
