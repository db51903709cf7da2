import type { Command } from 'commander';
import { configure } from '../config/index.ts';
import { configOption, hostOption, portOption, type ConfigurationOptions } from './configuration.ts';
import { fail } from './fail.ts';
import { askHeartbeat } from './heartbeat.ts';

/** How long the answer may take, in milliseconds. */
const limitMs = 3000;

/** `embedded-broker health`: whether a broker answers, for what watches containers and services. */
export function addHealthCommand(program: Command): void {
  program
    .command('health')
    .description(
      `ask a running broker whether it is well: exit code 0 within ${limitMs / 1000} seconds, or 1`,
    )
    .addOption(portOption())
    .addOption(hostOption())
    .addOption(configOption())
    .action(async ({ config, port, host }: ConfigurationOptions) => {
      try {
        // Warnings about settings are for the log of the broker, which has told them.
        const { basicAuth, ...address } = configure({
          file: config,
          env: process.env,
          options: { port, host },
        });
        const url = await askHeartbeat(address, basicAuth?.reader ?? basicAuth?.writer, limitMs);
        console.log(`The broker at ${url} is well.`);
      } catch (error) {
        fail(error);
      }
    });
}
