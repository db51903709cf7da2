/** What a route answers: a value, turned into an HTTP response in one place. */
export interface Reply {
  readonly status: number;
  /** An object is sent as JSON, a string as it is; nothing for an empty body. */
  readonly body?: object | string;
  /** Replaces the negotiated media type. */
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const ok = (body: object | string): Reply => ({ status: 200, body });

export const created = (body: object | string, location?: string): Reply => ({
  status: 201,
  body,
  headers: location === undefined ? undefined : { Location: location },
});

export const noContent: Reply = { status: 204 };
