import { fieldsOf, ValidationError } from '../../http/index.ts';
import type { TargetSettings } from '../delivery/target.ts';
import { requestErrors, requestOf } from './request-input.ts';
import { eventNames, type EventName, type Scope, type Webhook, type WebhookInput } from './webhook.ts';

/** What the body of a webhook is checked against. */
export interface InputContext {
  readonly settings: TargetSettings;
  readonly isPacticipant: (name: string) => boolean;
  /** The uuid of the URL, for a PUT. */
  readonly uuid?: string | undefined;
  /** The webhook that is replaced; a mask in the body keeps its secret. */
  readonly existing?: Webhook | undefined;
}

/** The event of a webhook that does not name one. */
const defaultEvent: EventName = 'contract_content_changed';

type Errors = [field: string, messages: string[]][];

/**
 * Reads the body of a request that saves a webhook or starts a test run.
 * Source: docs/official-broker/webhooks.md#request.
 * @throws ValidationError with the official messages, under the official keys
 */
export function webhookInput(body: unknown, context: InputContext): WebhookInput {
  const given = fieldsOf(body);
  const { consumer, provider, request, events, enabled, description } = given;
  const uuid = context.uuid ?? given['uuid'];
  const errors: Errors = [
    ['consumer', hashErrors(consumer)],
    ['provider', hashErrors(provider)],
    ['request', request === undefined ? ['is missing'] : requiredHashErrors(request)],
    ['events', listErrors(events)],
    ['enabled', enabled === undefined || typeof enabled === 'boolean' ? [] : ['must be boolean']],
    ['description', textErrors(description)],
    ...scopeErrors('consumer', consumer, context),
    ...scopeErrors('provider', provider, context),
    ...requestErrors(request, context.settings),
    ['events', eventErrors(events)],
    ['uuid', typeof uuid === 'string' && !/^[A-Za-z0-9_-]{16,}$/.test(uuid) ? [uuidMessage] : []],
  ];
  const present = errors.filter(([, messages]) => messages.length > 0);
  if (present.length > 0) throw new ValidationError(Object.fromEntries(present));
  return {
    description: (description as string | null | undefined) ?? context.existing?.description ?? null,
    consumer: scopeOf(consumer),
    provider: scopeOf(provider),
    enabled: (enabled as boolean | undefined) ?? true,
    events: Array.isArray(events)
      ? [...new Set(events.map((event) => (event as { name: EventName }).name))]
      : [defaultEvent],
    request: requestOf(fieldsOf(request), context.existing?.request),
  };
}

const uuidMessage =
  'The UUID can only contain the characters A-Z, a-z, 0-9, _ and -, and must be 16 or more characters.';

function isHash(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hashErrors(value: unknown): string[] {
  return value === undefined || value === null || isHash(value) ? [] : ['must be a hash'];
}

function requiredHashErrors(value: unknown): string[] {
  if (!isHash(value)) return ['must be a hash'];
  return Object.keys(value).length === 0 ? ['must be filled'] : [];
}

function textErrors(value: unknown): string[] {
  return value === undefined || value === null || typeof value === 'string' ? [] : ['must be a string'];
}

function listErrors(events: unknown): string[] {
  if (events === undefined || events === null) return [];
  if (!Array.isArray(events)) return ['must be an array'];
  return events.length === 0 ? ['size cannot be less than 1'] : [];
}

function eventErrors(events: unknown): string[] {
  if (!Array.isArray(events)) return [];
  return events.flatMap((event: unknown, i) => {
    const { name } = fieldsOf(event);
    if (name === undefined) return [`name is missing (at index ${i})`];
    if (name === null || name === '') return [`name must be filled (at index ${i})`];
    return eventNames.includes(name as EventName)
      ? []
      : [`name must be one of: ${eventNames.join(', ')} (at index ${i})`];
  });
}

function scopeErrors(role: 'consumer' | 'provider', scope: unknown, { isPacticipant }: InputContext): Errors {
  if (!isHash(scope)) return [];
  const { name, label } = scope;
  const types: Errors = [
    [`${role}.name`, textErrors(name)],
    [`${role}.label`, textErrors(label)],
  ];
  if (types.some(([, messages]) => messages.length > 0)) return types;
  if (!name && !label) return [[`${role}.name`, ['cannot be blank']]];
  return [
    [`${role}.label`, name && label ? ['name and label cannot be provided at the same time'] : []],
    [
      `${role}.name`,
      name && !isPacticipant(name as string) ? ['does not match an existing pacticipant'] : [],
    ],
  ];
}

function scopeOf(scope: unknown): Scope | undefined {
  const { name, label } = fieldsOf(scope);
  if (name) return { name: name as string };
  return label ? { label: label as string } : undefined;
}
