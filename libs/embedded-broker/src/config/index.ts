export type { BasicAuthConfig, Credentials } from './basic-auth.ts';
export type { KeepSelector } from './clean-kinds.ts';
export * from './configuration.ts';
export * from './limits.ts';
export * from './listing.ts';
export * from './settings.ts';
export type { SettingName, Values } from './table.ts';
