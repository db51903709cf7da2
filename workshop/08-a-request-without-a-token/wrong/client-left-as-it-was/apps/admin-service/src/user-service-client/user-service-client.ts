import { randomUUID } from 'node:crypto';
import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import { z } from 'zod';
import {
  ServiceUnavailableError,
  UnauthorizedError,
  UnexpectedResponseError,
  UserNotFoundError,
} from './errors.ts';
import { userSchema, type User } from './user.ts';

/** Gives the bearer token for one request, so that a short-lived one can be renewed. */
export type TokenSupplier = () => string | Promise<string>;

export interface UserServiceClientOptions {
  /** Where the User Service is, e.g. `http://127.0.0.1:8080`. */
  readonly baseUrl: string;
  /** Without one, requests carry no `Authorization`. */
  readonly token?: TokenSupplier;
  /** Milliseconds after which an answer is no longer waited for; 5000 by default. */
  readonly timeoutMs?: number;
}

/**
 * The Admin Service's client of the User Service: the part of this application that is under contract.
 * Every method throws a `UserServiceError` when it can't return what its type promises.
 */
export class UserServiceClient {
  private readonly options: UserServiceClientOptions;
  private readonly http: AxiosInstance;

  constructor(options: UserServiceClientOptions) {
    this.options = options;
    this.http = axios.create({
      baseURL: options.baseUrl,
      headers: { Accept: 'application/json' },
      validateStatus: () => true,
      proxy: false,
    });
  }

  /** The same client with this token on every request. */
  withToken(token: string | TokenSupplier): UserServiceClient {
    return new UserServiceClient({ ...this.options, token: typeof token === 'string' ? () => token : token });
  }

  /** @throws UserNotFoundError when there is no such user */
  async getUser(id: number): Promise<User> {
    const response = await this.get(`/user/${id}`);
    if (response.status === 404) throw new UserNotFoundError(id);
    return bodyOf(response, userSchema);
  }

  async getUsers(): Promise<User[]> {
    return bodyOf(await this.get('/users'), z.array(userSchema));
  }

  private async get(path: string): Promise<AxiosResponse<unknown>> {
    const token = await this.options.token?.();
    try {
      return await this.http.get<unknown>(path, {
        // For the whole answer; axios's own timeout begins again with each piece of it.
        signal: AbortSignal.timeout(this.options.timeoutMs ?? 5000),
        headers: {
          'X-Api-Correlation-Id': randomUUID(),
          ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        },
      });
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      const reason = code === 'ERR_CANCELED' ? 'no answer in time' : (code ?? message);
      throw new ServiceUnavailableError(`${reason} at ${this.options.baseUrl}`, { cause: error });
    }
  }
}

function bodyOf<T>(response: AxiosResponse<unknown>, schema: z.ZodType<T>): T {
  const { status } = response;
  // TODO 1: throw an UnauthorizedError when the User Service does not accept the token (401) or does not let it do that (403).
  if (status >= 500) throw new ServiceUnavailableError(`it answered ${status}`);
  if (status !== 200) throw new UnexpectedResponseError(`status ${status}`);
  const parsed = schema.safeParse(response.data);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.length ? `field ${issue.path.join('.')}` : 'the body';
  throw new UnexpectedResponseError(`${where} — ${issue?.message}`, { cause: parsed.error });
}
