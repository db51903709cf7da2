export type { BasicAuthConfig, Credentials } from './basic-auth.ts';
export type { KeepBranchSelector, KeepSelector } from './cleaning-value-types.ts';
export * from './configuration.ts';
export { defaultLimits, type Limits } from './limits.ts';
export * from './listing.ts';
export { defaultSettings, type BrokerSettings } from './settings.ts';
export type { SettingName, Values } from './definitions.ts';
