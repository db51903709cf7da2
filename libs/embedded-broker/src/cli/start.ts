import type { Command } from 'commander';
import { startBroker } from '../server.ts';
import {
  configOption,
  configurationOf,
  databaseOption,
  hostOption,
  portOption,
  type ConfigurationOptions,
} from './configuration.ts';
import { fail } from './fail.ts';

/** `embedded-broker start`: a broker in the foreground. */
export function addStartCommand(program: Command): void {
  program
    .command('start')
    .description('run a Pact Broker in the foreground until Ctrl-C')
    .addOption(portOption())
    .addOption(hostOption())
    .addOption(databaseOption())
    .addOption(configOption())
    .action(async (options: ConfigurationOptions) => {
      let port: number | undefined;
      try {
        const { resolved, ...configuration } = configurationOf(options);
        port = configuration.port;
        const { createLogger } = await import('./logger.ts');
        const { scheduleClean } = await import('../cleaning/index.ts');
        const logger = createLogger(resolved.values);
        const broker = await startBroker({ ...configuration, logger });
        const schedule = scheduleClean(configuration.db, resolved.values, logger);
        const stop = () => {
          schedule?.stop();
          void broker.close();
        };
        // Once: a second Ctrl-C kills.
        process.once('SIGINT', stop);
        process.once('SIGTERM', stop);
        process.once('SIGHUP', stop);
        // Last: who reads this line may ask for the stop at once.
        console.log(
          `Pact Broker on ${broker.url} (${configuration.basicAuth ? 'basic auth' : 'no auth'}, database ${configuration.db}). Stop it with Ctrl-C.`,
        );
      } catch (error) {
        fail(error, port);
      }
    });
}
