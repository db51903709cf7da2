import type { Command } from 'commander';
import { startBroker } from '../server.ts';
import { basicAuthFrom } from './basic-auth-config.ts';
import { databaseOption, fail, hostOption, portOption } from './options.ts';

interface StartOptions {
  readonly port: number;
  readonly host: string;
  readonly db: string;
}

/** `embedded-broker start`: a broker in the foreground. */
export function addStartCommand(program: Command): void {
  program
    .command('start')
    .description('run a Pact Broker in the foreground until Ctrl-C')
    .addOption(portOption())
    .addOption(hostOption())
    .addOption(databaseOption())
    .action(async ({ port, host, db }: StartOptions) => {
      try {
        const auth = basicAuthFrom(process.env);
        const broker = await startBroker({ port, host, db, basicAuth: auth });
        const stop = () => void broker.close();
        process.once('SIGINT', stop);
        process.once('SIGTERM', stop);
        // Last: who reads this line may ask for the stop at once.
        console.log(
          `Pact Broker on ${broker.url} (${auth ? 'basic auth' : 'no auth'}, database ${db}). Stop it with Ctrl-C.`,
        );
      } catch (error) {
        fail(error, port);
      }
    });
}
