/** The provider: the message that is sent when a user has been created. It knows no queue either. */
export function userCreated(user: { id: number; firstName: string; lastName: string; username: string }) {
  return { ...user, createdAt: new Date().toISOString() };
}
