const broker = require('@pact-workshop/embedded-broker');
const tooling = require('@pact-workshop/pact-tooling');
const { workflow } = require('../workflow.cjs');

// Failures are of classes that the test can name, although Node and not Jest has loaded them.
test('a refusal', async () => {
  await expect(tooling.publishPacts({ dir: 'nowhere' })).rejects.toThrow(tooling.PactFileError);
});

test('the workflow', () => workflow(broker, tooling));
