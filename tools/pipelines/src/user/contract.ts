/** A contract that asks for one user, with this name. */
export function contract(
  consumer: string,
  provider: string,
  name = 'Sally',
  description = 'a request for a user',
): string {
  return JSON.stringify({
    consumer: { name: consumer },
    provider: { name: provider },
    interactions: [
      {
        description,
        providerStates: [{ name: 'a user exists' }],
        request: { method: 'GET', path: '/users/1' },
        response: { status: 200, headers: { 'Content-Type': 'application/json' }, body: { name } },
      },
    ],
    metadata: { pactSpecification: { version: '3.0.0' } },
  });
}
