/** The provider: the message that is sent when a user has been created. It knows no queue either. */
export function userCreated(user: { id: number; firstName: string; lastName: string; username: string }) {
  const { id, firstName, lastName, username } = user;
  return { id, firstName, lastName, username, createdAt: new Date().toISOString() };
}
