import type { Command } from 'commander';
import { listSettings, shownValue } from '../config/index.ts';
import { configOption, configurationOf, type ConfigurationOptions } from './configuration.ts';
import { fail } from './fail.ts';

/** `embedded-broker config`: what is set, and where. */
export function addConfigCommand(program: Command): void {
  program
    .command('config')
    .description('list every setting with its value and where it comes from; secrets are starred')
    .addOption(configOption())
    .option('--json', 'as JSON')
    .action(({ json, ...options }: ConfigurationOptions & { readonly json?: boolean }) => {
      try {
        const listed = listSettings(configurationOf(options).resolved);
        console.log(
          json
            ? JSON.stringify(listed, null, 2)
            : listed.map(({ name, value, origin }) => `${name}=${shownValue(value)}  (${origin})`).join('\n'),
        );
      } catch (error) {
        fail(error);
      }
    });
}
