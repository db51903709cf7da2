import type { ResolvedSettings } from './resolve-settings.ts';
import { officialName, settingNames, definitions } from './definitions.ts';

/** A setting as it is shown: secrets starred. */
export interface ListedSetting {
  readonly name: string;
  /** null where it is not set and has no default. */
  readonly value: unknown;
  readonly origin: string;
}

/** Every setting with its value and where that came from. */
export function listSettings({ values, origins }: ResolvedSettings): ListedSetting[] {
  return settingNames.map((name) => ({
    name: officialName(name),
    value: definitions[name].secret ? (values[name] === '' ? '' : '*****') : (values[name] ?? null),
    origin: origins[name],
  }));
}

/** A value as variables have it. */
export function shownValue(value: unknown): string {
  if (Array.isArray(value)) {
    return value.every((item) => typeof item !== 'object') ? value.join(' ') : JSON.stringify(value);
  }
  const given: unknown = value ?? '';
  return String(given);
}
