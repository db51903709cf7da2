import type { EventName } from '../definition/webhook.ts';

/** What is known when an event happens, under the official names: the log shows it unchanged. */
export interface EventContext {
  readonly base_url: string;
  readonly event_name: EventName | 'test';
  readonly build_url?: string | null;
  readonly consumer_version_number?: string;
  readonly consumer_version_tags?: readonly string[];
  readonly consumer_version_branch?: string;
  readonly provider_version_number?: string;
  readonly provider_version_tags?: readonly string[];
  readonly provider_version_branch?: string;
  readonly provider_version_descriptions?: readonly string[];
}
