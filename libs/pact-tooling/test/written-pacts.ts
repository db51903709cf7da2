import { MessageConsumerPact, Pact, SpecificationVersion } from '@pact-foundation/pact';
import {
  temporaryDirectory,
  type TemporaryDirectory,
} from '@pact-workshop/broker-client/test/temporary-directory.ts';

/** A folder with a contract that Pact JS has written. */
export interface WrittenPact extends AsyncDisposable {
  readonly files: readonly string[];
  readonly directory: TemporaryDirectory;
}

/** Has Pact JS write a contract of specification 4 between `Consumer` and `Provider`. */
export async function writePact(describeContract: (pact: Pact) => Promise<unknown>): Promise<WrittenPact> {
  const directory = await temporaryDirectory();
  const pact = new Pact({
    consumer: 'Consumer',
    provider: 'Provider',
    dir: directory.path,
    spec: SpecificationVersion.SPECIFICATION_VERSION_V4,
    logLevel: 'error',
  });
  await describeContract(pact);
  return written(directory);
}

/** The same for messages of specification 3. */
export async function writeMessagePact(
  describeContract: (pact: MessageConsumerPact) => Promise<unknown>,
): Promise<WrittenPact> {
  const directory = await temporaryDirectory();
  const pact = new MessageConsumerPact({
    consumer: 'Consumer',
    provider: 'Provider',
    dir: directory.path,
    logLevel: 'error',
  });
  await describeContract(pact);
  return written(directory);
}

/** A consumer that requests one path, for interactions over HTTP. */
export const asking = (path: string) => (server: { url: string }) => fetch(server.url + path);

function written(directory: TemporaryDirectory): WrittenPact {
  return {
    files: [directory.path],
    directory,
    [Symbol.asyncDispose]: () => directory[Symbol.asyncDispose](),
  };
}
