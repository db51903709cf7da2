import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The official command line in Rust, as its package has it for this platform. */
export function nativeCommandLine(): string {
  const wrapper = createRequire(import.meta.url).resolve('@pact-foundation/pact-cli/package.json');
  const name = `@pact-foundation/pact-cli-${process.platform}-${process.arch}`;
  const manifest = createRequire(wrapper).resolve(`${name}/package.json`);
  return join(dirname(manifest), 'standalone/pact');
}
