export interface User {
  readonly name: string;
}

/** The user that an order belongs to. */
export async function findUser(id: number): Promise<User> {
  const response = await fetch(`${process.env.USERS_URL}/users/${id}`);
  return (await response.json()) as User;
}
