import {
  ServiceUnavailableError,
  UnauthorizedError,
  UnexpectedResponseError,
  UserNotFoundError,
  type UserServiceError,
} from '../user-service-client/index.ts';
import { html, page } from './layout.ts';

interface Explanation {
  readonly status: number;
  readonly title: string;
  readonly advice: string;
}

function explain(error: UserServiceError): Explanation {
  if (error instanceof UserNotFoundError)
    return { status: 404, title: 'No such user', advice: 'Pick one from the list of users.' };
  if (error instanceof UnauthorizedError)
    return {
      status: 502,
      title: 'Not allowed to ask the User Service',
      advice: 'Both services must be started with the same USER_SERVICE_JWT_SECRET.',
    };
  if (error instanceof ServiceUnavailableError)
    return {
      status: 503,
      title: 'The User Service does not answer',
      advice: 'Start it with "make run-provider", then reload this page.',
    };
  if (error instanceof UnexpectedResponseError)
    return {
      status: 502,
      title: 'The User Service answered something else than agreed',
      advice: 'Run "make provider" to see where it departs from the contract.',
    };
  throw error;
}

/** What went wrong, for a reader: status and page. */
export function errorPage(error: UserServiceError): { readonly status: number; readonly body: string } {
  const { status, title, advice } = explain(error);
  return {
    status,
    body: page(
      title,
      html`<p>${error.message}</p>
        <p>${advice}</p>`,
    ),
  };
}
