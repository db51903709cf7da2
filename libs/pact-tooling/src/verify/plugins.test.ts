import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  temporaryDirectory,
  type TemporaryDirectory,
} from '@pact-workshop/broker-client/test/temporary-directory.ts';
import { pact } from '../../test/pact-fixtures.ts';
import {
  MissingPluginError,
  VerificationOptionsError,
  VerifierCrashedError,
  verifyProvider,
} from './index.ts';

/** A contract that asks for a call over gRPC, as the protobuf plugin writes it. */
const contract = {
  ...pact([]),
  interactions: [
    {
      type: 'Synchronous/Messages',
      description: 'a price',
      transport: 'grpc',
      pluginConfiguration: { protobuf: { service: 'Prices/Get' } },
      request: { contents: { content: 'CAE=', contentType: 'application/protobuf', encoded: 'base64' } },
      response: [{ contents: { content: 'CAI=', contentType: 'application/protobuf', encoded: 'base64' } }],
    },
  ],
  metadata: {
    pactSpecification: { version: '4.0' },
    plugins: [{ name: 'protobuf', version: '0.5.4', configuration: {} }],
  },
};

/** A plugin that is there, but can't be started. */
async function installPlugin(directory: TemporaryDirectory): Promise<void> {
  await mkdir(join(directory.path, 'protobuf-0.5.4'));
  await directory.write('protobuf-0.5.4/pact-plugin.json', {
    manifestVersion: 1,
    pluginInterfaceVersion: 1,
    name: 'protobuf',
    version: '0.5.4',
    executableType: 'exec',
    entryPoint: 'nothing-to-start',
  });
}

describe('A contract that needs a plugin', () => {
  afterEach(() => {
    delete process.env['PACT_PLUGIN_DIR'];
  });

  async function verify(options: { installed: boolean; transports?: { protocol: string; port: number }[] }) {
    await using directory = await temporaryDirectory();
    process.env['PACT_PLUGIN_DIR'] = directory.path;
    if (options.installed) await installPlugin(directory);
    await using pacts = await temporaryDirectory();
    const files = [await pacts.write('pact.json', contract)];
    return await verifyProvider({ provider: 'Provider', files, transports: options.transports });
  }

  it('is refused with the plugin’s name and version if it is not installed', async () => {
    const verifying = verify({ installed: false });
    await expect(verifying).rejects.toThrow(MissingPluginError);
    await expect(verifying).rejects.toThrow(/"protobuf", version 0\.5\.4, which is not installed in/);
  });

  it('requires the port of the plugin’s transport', async () => {
    const verifying = verify({ installed: true });
    await expect(verifying).rejects.toThrow(VerificationOptionsError);
    await expect(verifying).rejects.toThrow('uses "grpc" with the provider ("a price"): give its port');
  });

  it('is run by the plugin driver, whose failure is not a result', async () => {
    const verifying = verify({ installed: true, transports: [{ protocol: 'grpc', port: 9 }] });
    await expect(verifying).rejects.toThrow(VerifierCrashedError);
  });
});
