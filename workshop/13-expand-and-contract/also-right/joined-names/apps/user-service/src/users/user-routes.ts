import { Router } from 'express';
import type { User } from './user.ts';
import type { UserRepository } from './user-repository.ts';

/** `GET /users` and `GET /user/:id`. */
export function userRoutes(users: UserRepository): Router {
  const router = Router();
  router.get('/users', (_request, response) => {
    response.json(users.findAll().map(withName));
  });
  router.get('/user/:id', (request, response) => {
    const { id } = request.params;
    if (!/^-?\d+$/.test(id)) {
      response.status(400).json({ error: `"${id}" is not a user id: an integer is expected` });
      return;
    }
    const number = Number(id);
    const user = Number.isSafeInteger(number) ? users.findById(number) : undefined;
    if (!user) {
      response.status(404).json({ error: `no user with id ${id}` });
      return;
    }
    response.json(withName(user));
  });
  return router;
}

/** The whole name is what users had before it was split in two; some consumers still read it. */
function withName(user: User) {
  return Object.assign({ name: [user.firstName, user.lastName].join(' ') }, user);
}
