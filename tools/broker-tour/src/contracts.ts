/** One request and the answer that a consumer expects. */
interface Expectation {
  readonly description: string;
  readonly path: string;
  readonly body: object;
}

/** A pact as its file holds it. */
function pact(consumer: string, provider: string, expectations: readonly Expectation[]): object {
  return {
    consumer: { name: consumer },
    provider: { name: provider },
    interactions: expectations.map(({ description, path, body }) => ({
      description,
      providerStates: [{ name: 'there is something to sell' }],
      request: { method: 'GET', path, headers: { Accept: 'application/json' } },
      response: {
        status: 200,
        headers: { 'Content-Type': 'application/json' },
        body,
        matchingRules: { body: { $: { combine: 'AND', matchers: [{ match: 'type' }] } } },
      },
    })),
    metadata: { pactSpecification: { version: '3.0.0' } },
  };
}

const order = {
  description: 'a request for an order',
  path: '/orders/7',
  body: { id: 7, status: 'shipped' },
};
const products = {
  description: 'a request for all products',
  path: '/products',
  body: [{ sku: 'tea-100', price: 4.5 }],
};
const giftWrap = {
  description: 'a request for the gift wrapping of an order',
  path: '/orders/7',
  body: { id: 7, giftWrap: { paper: 'stars' } },
};
const payment = { description: 'a request for a payment', path: '/payments/7', body: { paid: true } };
const mail = { description: 'a request for the mails of an order', path: '/mails?order=7', body: [] };

/** The contracts of a small shop, by who expects what. */
export const contracts = {
  storefront: [pact('Storefront', 'Orders', [order]), pact('Storefront', 'Catalogue', [products])],
  storefrontWithGiftWrap: [
    pact('Storefront', 'Orders', [order, giftWrap]),
    pact('Storefront', 'Catalogue', [products]),
  ],
  mobileApp: [pact('Mobile App', 'Orders', [order]), pact('Mobile App', 'Catalogue', [products])],
  orders: [pact('Orders', 'Payments', [payment]), pact('Orders', 'Mailer', [mail])],
} as const;

/** What the providers answer, by path. */
export const answers: Readonly<Record<string, unknown>> = {
  '/orders/7': order.body,
  '/products': products.body,
  '/payments/7': payment.body,
};
