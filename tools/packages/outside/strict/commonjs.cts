import broker = require('@pact-workshop/embedded-broker');
import tooling = require('@pact-workshop/pact-tooling');

const listed: Promise<readonly tooling.Environment[]> = broker
  .startBroker()
  .then(({ url }) => tooling.listEnvironments({ broker: url }));
void listed;
