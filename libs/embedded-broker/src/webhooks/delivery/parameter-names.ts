import type { Urls } from '../../http/index.ts';
import { placeholderFacts } from './placeholder-facts.ts';
import { templateParameters } from './template-parameters.ts';

/** The names of all template parameters, e.g. `pactbroker.consumerName`. */
export function parameterNames(urls: Urls): string[] {
  return [...templateParameters(placeholderFacts(urls), { base_url: urls.base, event_name: 'test' }).keys()];
}
