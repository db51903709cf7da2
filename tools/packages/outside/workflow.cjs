// What a user's test does with both packages in one process, whatever the test runner and the kind of module.
const assert = require('node:assert/strict');
const { once } = require('node:events');
const { createServer } = require('node:http');
const { join } = require('node:path');

exports.workflow = async function workflow({ startBroker }, tooling) {
  const broker = await startBroker();
  const users = new Map();
  const provider = createServer((request, response) => {
    const user = users.get(request.url);
    response
      .writeHead(user ? 200 : 404, { 'content-type': 'application/json' })
      .end(JSON.stringify(user ?? {}));
  });
  await once(provider.listen(0, '127.0.0.1'), 'listening');
  try {
    const connection = { broker: broker.url };
    const pacts = join(__dirname, 'pacts');
    await tooling.publishPacts({ ...connection, dir: pacts, version: '1', branch: 'main' });
    const question = { ...connection, pacticipant: 'Shop', version: '1' };
    assert.equal((await tooling.canIDeploy(question)).deployable, null);

    const verification = {
      ...connection,
      provider: 'Users',
      providerVersion: '2',
      providerBranch: 'main',
      providerBaseUrl: `http://127.0.0.1:${provider.address().port}`,
      publishResults: true,
    };
    await assert.rejects(tooling.verifyProvider(verification), tooling.MissingStateHandlerError);
    const stateHandlers = { 'User sally exists': () => void users.set('/users/1', { name: 'Sally' }) };
    const { interactions } = await tooling.verifyProvider({ ...verification, stateHandlers });
    assert.equal(interactions.length, 1);
    assert.equal((await tooling.canIDeploy(question)).deployable, true);

    await tooling.createEnvironment({ ...connection, name: 'live', production: true });
    await tooling.recordDeployment({ ...question, environment: 'live' });
    const badge = await fetch(`${broker.url}/pacts/provider/Users/consumer/Shop/latest/badge.svg`);
    assert.match(await badge.text(), /^<svg/);
  } finally {
    provider.close();
    await broker.close();
  }
};
