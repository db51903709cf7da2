export {
  UserServiceClient,
  type TokenSupplier,
  type UserServiceClientOptions,
} from './user-service-client.ts';
export * from './errors.ts';
export type { User } from './user.ts';
