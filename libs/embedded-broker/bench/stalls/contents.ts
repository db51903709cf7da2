/** A consumer and a provider whose pacts are large. */
export const large = { consumer: 'Large-Con', provider: 'Large-Prov' } as const;

/**
 * A pact of 5 MB with 3,000 interactions.
 * @param mark is in every hundredth interaction: pacts of two marks differ in 30
 */
export function largePact(mark: string): string {
  return pact(3_000, (i) => largeInteraction(i, i % 100 === 0 ? mark : ''));
}

/** A pact of 1.4 MB with 6,000 interactions, none of which another mark has. */
export function manyInteractions(mark: string): string {
  return pact(6_000, (i) => ({
    description: `a request for resource ${i}, ${mark}`,
    request: { method: 'GET', path: `/resources/${i}` },
    response: {
      status: 200,
      headers: { 'Content-Type': 'application/json' },
      body: { id: i, name: `${mark} ${i}`, state: 'active' },
    },
  }));
}

/** The results of a verifier, 1.7 kB for each interaction: all of them failed. */
export function largeTestResults(interactionIds: readonly string[]): object[] {
  return interactionIds.map((interactionId, i) => ({
    interactionId,
    success: false,
    mismatches: Array.from({ length: 8 }, (_, k) => ({
      attribute: 'body',
      identifier: `$.items[${k}].owner.name`,
      description: `Expected 'owner ${i}' (String) to be equal to 'owner of item ${k}' (String)`,
      expected: `owner of item ${k}`,
      actual: `owner ${i}`,
    })),
  }));
}

function pact(interactions: number, interaction: (index: number) => object): string {
  return JSON.stringify({
    consumer: { name: large.consumer },
    provider: { name: large.provider },
    interactions: Array.from({ length: interactions }, (_, i) => interaction(i)),
    metadata: { pactSpecification: { version: '3.0.0' } },
  });
}

function largeInteraction(index: number, mark: string): object {
  return {
    description: `a request for the items of order ${index}`,
    providerStates: [
      { name: `order ${index % 200} exists`, params: { id: index % 200, owner: `owner ${index % 7}` } },
    ],
    request: {
      method: 'GET',
      path: `/orders/${index}/items`,
      query: { page: ['1'], size: ['9'] },
      headers: { Accept: 'application/json' },
    },
    response: {
      status: 200,
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: {
        id: index,
        note: mark,
        items: Array.from({ length: 9 }, (_, k) => ({
          id: index * 10 + k,
          name: `item ${k} of order ${index}`,
          price: 19.95 + k,
          tags: ['small', 'red'],
          owner: { id: k, name: `owner of item ${k}` },
        })),
      },
      matchingRules: {
        body: {
          '$.id': { matchers: [{ match: 'integer' }], combine: 'AND' },
          '$.items': { matchers: [{ match: 'type', min: 1 }], combine: 'AND' },
          '$.items[*].price': { matchers: [{ match: 'decimal' }], combine: 'AND' },
        },
      },
    },
  };
}
