import type { Gathered } from './gather.ts';
import { settingNames, table, officialName, variableName, type SettingName } from './table.ts';

/** A setting as it is shown: secrets starred. */
export interface ListedSetting {
  readonly name: string;
  readonly value: unknown;
  readonly origin: string;
}

/** Every setting with its value and where that came from. */
export function listSettings({ values, origins }: Gathered): ListedSetting[] {
  return settingNames.map((name) => ({
    name: officialName(name),
    value: table[name].secret ? (values[name] === '' ? '' : '*****') : values[name],
    origin: origins[name],
  }));
}

/** A value as variables have it. */
export function shownValue(value: unknown): string {
  if (Array.isArray(value)) {
    return value.every((item) => typeof item !== 'object') ? value.join(' ') : JSON.stringify(value);
  }
  return String(value);
}

/** The documents' table of settings, in Markdown. */
export function settingsTable(): string {
  const rows = settingNames.map((name: SettingName) => {
    const { kind, default: value, about } = table[name];
    const shown = shownValue(value);
    return [
      `\`${variableName(name)}\``,
      shown === '' ? 'none' : `\`${shown}\``,
      `${about} Takes ${kind.accepts}.`,
    ];
  });
  const cells = [['variable', 'default', 'meaning'], ['---', '---', '---'], ...rows];
  return cells.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n');
}
