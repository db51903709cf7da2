import {
  openProgram,
  type CommandLine,
  type OpenProgram,
  type Surroundings,
} from '../../../libs/embedded-broker/test/programs.ts';

/** A broker in a process of its own. */
export interface BrokerProgram extends OpenProgram {
  readonly url: string;
  /** Stops it, and waits for its end. */
  close(): Promise<void>;
}

/**
 * Starts a broker, and waits until it listens.
 * @param line the program with all its arguments
 */
export async function startBrokerProgram(
  line: CommandLine,
  surroundings: Surroundings,
): Promise<BrokerProgram> {
  const open = openProgram(line, surroundings);
  const [, url = ''] = await open.until(/Pact Broker on (http:\S+) /);
  const close = async () => {
    open.process.kill('SIGTERM');
    await open.end();
  };
  return { ...open, url, close };
}
