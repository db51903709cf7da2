import type { ExpectedInteraction } from '@pact-workshop/workshop-guide';

// The contract of the Admin Service with the User Service, as it grows from lesson to lesson.

const list: ExpectedInteraction = {
  description: 'a request for the list of users',
  states: ['Users exist'],
  request: 'GET /users',
  status: 200,
};

const sally: ExpectedInteraction = {
  description: "a request for the user with Sally's id",
  states: ['User sally exists'],
  request: 'GET /user/10',
  status: 200,
  open: ['$.firstName', '$.lastName', '$.username', '$.type'],
};

const nobody: ExpectedInteraction = {
  description: 'a request for a user that does not exist',
  states: ['User sally does not exist'],
  request: 'GET /user/10',
  status: 404,
};

const withoutToken: ExpectedInteraction = {
  description: 'a request for a user without a token',
  states: ['User is not authenticated'],
  request: 'GET /user/10',
  authorized: false,
  status: 401,
};

/** Lessons 3 and 4: the consumer guesses where a user is. */
export const guessed: readonly ExpectedInteraction[] = [list, { ...sally, request: 'GET /users/10' }];

/** Lesson 5: it asks where the provider has it. */
export const corrected: readonly ExpectedInteraction[] = [list, sally];

/** Lessons 6 and 7. */
export const withNobody: readonly ExpectedInteraction[] = [list, sally, nobody];

/** From lesson 8 on. */
export const withTokens: readonly ExpectedInteraction[] = [
  ...withNobody.map((one) => ({ ...one, authorized: true })),
  withoutToken,
];
