import type { History, Version } from './history.ts';

export interface NamedHistory {
  readonly name: string;
  readonly tell: (history: History) => void;
  readonly asked: Version;
  readonly ignore?: readonly Version[];
  readonly expected: boolean | null;
  readonly officialSays: boolean | null;
}

const consumer = (version: string): Version => ({ side: 'consumer', version });
const provider = (version: string): Version => ({ side: 'provider', version });

/** Contract 1 is verified by provider 10; 11 has no result. */
function oneOfTwoProviders(history: History): void {
  history.publish('1', '1');
  history.verify('1', '10');
  history.create(provider('11'));
}

/** Provider 7 has verified the contract of consumer 1, not that of consumer 2. */
function oneOfTwoConsumers(history: History): void {
  history.publish('1', '1');
  history.publish('2', '2');
  history.verify('1', '7');
}

/** Histories with several live versions, and the expected answers. */
export const named: readonly NamedHistory[] = [
  {
    name: 'two deployed provider versions, one unverified',
    tell: (history) => {
      oneOfTwoProviders(history);
      for (const version of ['10', '11']) history.deploy(provider(version), version);
    },
    asked: consumer('1'),
    expected: null,
    officialSays: true,
  },
  {
    name: 'two released provider versions, one unverified',
    tell: (history) => {
      oneOfTwoProviders(history);
      for (const version of ['10', '11']) history.release(provider(version));
    },
    asked: consumer('1'),
    expected: null,
    officialSays: true,
  },
  {
    name: 'one deployed and one released provider version, the released one unverified',
    tell: (history) => {
      oneOfTwoProviders(history);
      history.deploy(provider('10'), 'a');
      history.release(provider('11'));
    },
    asked: consumer('1'),
    expected: null,
    officialSays: true,
  },
  {
    name: 'two deployed provider versions, both verified',
    tell: (history) => {
      oneOfTwoProviders(history);
      history.verify('1', '11');
      for (const version of ['10', '11']) history.deploy(provider(version), version);
    },
    asked: consumer('1'),
    expected: true,
    officialSays: true,
  },
  {
    name: 'the unverified one of two deployed provider versions is ignored',
    tell: (history) => {
      oneOfTwoProviders(history);
      for (const version of ['10', '11']) history.deploy(provider(version), version);
    },
    asked: consumer('1'),
    ignore: [provider('11')],
    expected: true,
    officialSays: true,
  },
  {
    name: 'a version with the same content as the verified one',
    tell: (history) => {
      history.publish('1', '1');
      history.verify('1', '10');
      history.publish('2', '1');
      history.deploy(provider('10'), 'a');
      history.release(provider('10'));
    },
    asked: consumer('2'),
    expected: true,
    officialSays: true,
  },
  {
    name: 'two deployed consumer versions, one without a contract',
    tell: (history) => {
      oneOfTwoConsumers(history);
      history.create(consumer('3'));
      for (const version of ['1', '3']) history.deploy(consumer(version), version);
    },
    asked: provider('7'),
    expected: true,
    officialSays: true,
  },
];
