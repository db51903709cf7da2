import { withPlaceholders } from '../delivery/template.ts';
import type { RequestTemplate, Scope, WebhookInput } from './webhook.ts';

/** The method and the host of a request, e.g. `POST example.org`. */
export function requestDescription({ method, url }: Pick<RequestTemplate, 'method' | 'url'>): string {
  return `${method.toUpperCase()} ${URL.parse(withPlaceholders(url))?.hostname ?? ''}`;
}

/** The description of a webhook; for a webhook without one, that of its request. */
export function displayDescription({ description, request }: WebhookInput): string {
  return description?.trim() ? description : requestDescription(request);
}

/** The contracts that a webhook applies to, in the official words. */
export function scopeDescription({
  consumer,
  provider,
}: Pick<WebhookInput, 'consumer' | 'provider'>): string {
  const named = ({ name, label }: Scope, role: string) =>
    name ?? `${consumer && provider ? `${role} ` : ''}labeled '${label}'`;
  if (consumer && provider) {
    return `A webhook for the pact between ${named(consumer, 'consumers')} and ${named(provider, 'providers')}`;
  }
  if (provider) return `A webhook for all pacts with provider ${named(provider, 'providers')}`;
  if (consumer) return `A webhook for all pacts with consumer ${named(consumer, 'consumers')}`;
  return 'A webhook for all pacts';
}
