import { pact, tag, verified, type Fact } from './facts.ts';

const aRequest = { request: { method: 'GET', path: '/things/1' }, response: { status: 200 } };

/** A version of Foo with a pact, verified by versions of Bar. */
const verifiedBy = (consumer: string, number: string, ...providerVersions: readonly string[]): Fact[] => [
  pact(consumer, number, 'Bar'),
  ...providerVersions.map((providerVersion) => verified([consumer, number, 'Bar'], providerVersion)),
];

/** A later version, which another one of Bar does not satisfy. */
const laterFailure = [pact('Foo', '1.2.4', 'Bar'), verified(['Foo', '1.2.4', 'Bar'], '9.9.9', false)];

/** States with verification results. */
export const statesOfResults: Readonly<Record<string, readonly Fact[]>> = {
  'the pact for Foo Thing version 1.2.3 has been verified by Bar version 4.5.6': [
    ...verifiedBy('Foo Thing', '1.2.3', '4.5.6', '7.8.9'),
    ...verifiedBy('Foo Thing', '2.0.0', '4.5.6'),
  ],
  'the pact for Foo version 1.2.3 has been verified by Bar version 4.5.6': [
    ...verifiedBy('Foo', '1.2.3', '4.5.6', '7.8.9'),
    ...verifiedBy('Foo', '2.0.0', '4.5.6'),
  ],
  'the pact for Foo version 1.2.3 and 1.2.4 has been verified by Bar version 4.5.6': [
    ...verifiedBy('Foo', '1.2.3', '4.5.6'),
    ...verifiedBy('Foo', '1.2.4', '4.5.6'),
  ],
  'the pact for Foo version 1.2.3 has been verified by Bar version 4.5.6 and version 5.6.7': verifiedBy(
    'Foo',
    '1.2.3',
    '4.5.6',
    '5.6.7',
  ),
  'the pact for Foo version 1.2.3 has been successfully verified by Bar version 4.5.6 (tagged prod) and version 5.6.7':
    [...verifiedBy('Foo', '1.2.3', '4.5.6', '5.6.7'), tag('Bar', '4.5.6', 'prod')],
  'the pact for Foo version 1.2.3 has been successfully verified by Bar version 4.5.6, and 1.2.4 unsuccessfully by 9.9.9':
    [...verifiedBy('Foo', '1.2.3', '4.5.6'), ...laterFailure],
  'the pact for Foo version 1.2.3 has been successfully verified by Bar version 4.5.6 with tag prod, and 1.2.4 unsuccessfully by 9.9.9':
    [...verifiedBy('Foo', '1.2.3', '4.5.6'), tag('Bar', '4.5.6', 'prod'), ...laterFailure],
  'provider Bar version 4.5.6 has a successful verification for Foo version 1.2.3 tagged prod and a failed verification for version 3.4.5 tagged prod':
    [
      ...verifiedBy('Foo', '1.2.3', '4.5.6'),
      tag('Foo', '1.2.3', 'prod'),
      pact('Foo', '3.4.5', 'Bar', [aRequest]),
      tag('Foo', '3.4.5', 'prod'),
      verified(['Foo', '3.4.5', 'Bar'], '4.5.6', false),
    ],
};
