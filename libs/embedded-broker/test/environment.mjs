import { TestEnvironment } from 'jest-environment-node';
import { startBroker } from '../src/server.ts';

/**
 * Node's environment, with a broker that Node itself has loaded, once for all test files of a worker. Jest compiles
 * every import anew for each file, Express included: a third of the time of a test that only talks HTTP.
 */
export default class extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.startBroker = startBroker;
  }
}
