/** A pact's document with so many interactions. */
export function pactText(interactions: number): string {
  return JSON.stringify({
    consumer: { name: 'Con' },
    provider: { name: 'Prov' },
    interactions: Array.from({ length: interactions }, (_, i) => interaction(i)),
    metadata: { pactSpecification: { version: '3.0.0' } },
  });
}

function interaction(index: number): object {
  return {
    _id: String(index).padStart(40, '0'),
    description: `a request for resource ${index}`,
    providerStates: [{ name: `resource ${index % 20} exists`, params: { id: index % 3 } }],
    request: { method: 'GET', path: `/resources/${index}`, headers: { Accept: 'application/json' } },
    response: {
      status: 200,
      headers: { 'Content-Type': 'application/json' },
      body: { id: index, name: `resource ${index}`, text: 'x'.repeat(1000) },
    },
  };
}
