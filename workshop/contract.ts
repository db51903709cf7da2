import type { ExpectedInteraction } from '@pact-workshop/workshop-guide';

// The contracts of the User Service's consumers, as they grow from lesson to lesson.

const consumer = 'AdminService';

const list: ExpectedInteraction = {
  consumer,
  description: 'a request for the list of users',
  states: ['Users exist'],
  request: 'GET /users',
  status: 200,
};

const sally: ExpectedInteraction = {
  consumer,
  description: "a request for the user with Sally's id",
  states: ['User sally exists'],
  request: 'GET /user/10',
  status: 200,
  open: ['$.firstName', '$.lastName', '$.username', '$.type'],
};

const nobody: ExpectedInteraction = {
  consumer,
  description: 'a request for a user that does not exist',
  states: ['User sally does not exist'],
  request: 'GET /user/10',
  status: 404,
};

const withoutToken: ExpectedInteraction = {
  consumer,
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

/** Lesson 16: the Mail Service receives a message of the User Service. */
export const withMessage: readonly ExpectedInteraction[] = [
  ...withTokens,
  {
    consumer: 'MailService',
    description: 'the message that a user has been created',
    states: ['Sally has just been created'],
    open: ['$.id', '$.firstName', '$.username'],
  },
];
