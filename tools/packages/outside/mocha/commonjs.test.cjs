const broker = require('@pact-workshop/embedded-broker');
const tooling = require('@pact-workshop/pact-tooling');
const { workflow } = require('../workflow.cjs');

it('the workflow', () => workflow(broker, tooling));
