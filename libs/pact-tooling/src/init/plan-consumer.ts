import type { Call } from './detect/calls.ts';
import { clientUse } from './detect/client-use.ts';
import { testModule } from './detect/modules.ts';
import { providerName } from './detect/names.ts';
import { withoutComments } from './detect/source-text.ts';
import type { Given, SidePlan } from './side-plan.ts';
import { placeForTests } from './place.ts';
import { consumerTest } from './templates/consumer-test.ts';
import { consumerScripts } from './templates/scripts.ts';

/** The example of a template, where no request was found. */
const example = { method: 'GET', path: '/users/{id}', query: {} };

/** A contract test for the first request. */
export function consumerPlan(given: Given, calls: readonly Call[], other: string | undefined): SidePlan {
  const { repository, name, runner } = given;
  const [call, ...others] = calls;
  const source = call?.file ?? placeForTests(repository, 'client');
  const use = call && clientUse(withoutComments(repository.contents.get(call.file) ?? ''), call);
  const module = testModule(repository, source, runner);
  const provider = other ?? providerName(call, use);
  const file = source.replace(/\.\w+$/, `.pact.test${module.ending}`);
  const content = consumerTest({
    ...given,
    consumer: name,
    provider,
    module,
    call: call ?? example,
    use,
    others,
  });
  return {
    files: [{ path: file, content }],
    scripts: consumerScripts({ repository, runner, module, file }, name),
    notes: [
      call
        ? `Found ${calls.length} request(s); the test is about ${call.method} ${call.path} (${call.file}).`
        : 'No request was found, so the test is a template: GET /users/1 is an example.',
      ...(other === undefined
        ? [`The provider is called "${provider}" here; --other NAME says otherwise.`]
        : []),
      ...(call && !use
        ? ['How a test calls that code could not be told: the test sends the request itself, at a TODO.']
        : []),
    ],
  };
}
