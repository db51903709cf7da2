const { test } = require('node:test');
const broker = require('@pact-workshop/embedded-broker');
const tooling = require('@pact-workshop/pact-tooling');
const { workflow } = require('../workflow.cjs');

test('the workflow', () => workflow(broker, tooling));
