import type { BrokerSettings } from '../../config/index.ts';
import { secretsOf, withoutSecrets } from '../definition/masking.ts';
import type { RequestTemplate } from '../definition/webhook.ts';
import type { EventContext } from '../events/event-context.ts';
import { attemptLog } from '../log/attempt-log.ts';
import { buildRequest, type WebhookRequest } from './build-request.ts';
import { send, type WebhookResponse } from './send.ts';
import { checkTarget, TargetRefused } from './target.ts';
import { templateParameters, type ContractFacts } from './template-parameters.ts';

/** What an attempt sends: a webhook's request, with the values that fill its parameters. */
export interface AttemptInput {
  /** Undefined for a webhook that is not saved. */
  readonly uuid: string | undefined;
  readonly request: RequestTemplate;
  readonly context: EventContext;
  readonly facts: ContractFacts;
}

/** One request of a triggered webhook or of a test run, and how it ended. It holds no secret of the template. */
export interface Attempt {
  readonly success: boolean;
  /** Whether the target is not allowed, so that another attempt cannot help. */
  readonly isRefused: boolean;
  readonly request: WebhookRequest | undefined;
  readonly response: WebhookResponse | undefined;
  readonly errorMessage: string | undefined;
  /** @param conclusion the last line; undefined for no such line */
  readonly log: (conclusion: string | undefined) => string;
}

/**
 * Whether people may see the responses of receivers: only when the administrator has listed hosts.
 * Source: docs/official-broker/webhooks.md#where-a-webhook-may-go.
 */
export function showsResponses({ webhookHostWhitelist }: BrokerSettings): boolean {
  return webhookHostWhitelist.length > 0;
}

/**
 * Builds and sends a webhook's request once. Every failure is part of the result; nothing is thrown.
 * @param signal ends the attempt early, e.g. because the broker stops
 */
export async function makeAttempt(
  input: AttemptInput,
  settings: BrokerSettings,
  { signal, now }: { readonly signal?: AbortSignal; readonly now: () => string },
): Promise<Attempt> {
  let request: WebhookRequest | undefined;
  let response: WebhookResponse | undefined;
  let error: Error | undefined;
  try {
    request = buildRequest(input.request, templateParameters(input.facts, input.context), settings.userAgent);
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
  const secrets = secretsOf(input.request);
  const clean = (text: string) => withoutSecrets(text, secrets);
  const { uuid, context } = input;
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
        attemptLog(
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
