import { testModule } from './detect/modules.ts';
import type { Route } from './detect/routes.ts';
import type { Server } from './detect/server.ts';
import { placeForTests } from './place.ts';
import type { Given, SidePlan } from './side-plan.ts';
import { providerTest } from './templates/provider-test.ts';
import { providerScripts, vitestConfig } from './templates/scripts.ts';

/** A verification of the server with all its contracts. */
export function providerPlan(given: Given, routes: readonly Route[], server: Server | undefined): SidePlan {
  const { repository, name, runner } = given;
  const source = server?.file ?? placeForTests(repository, 'provider');
  const module = testModule(repository, source, runner);
  const file = source.replace(/\.\w+$/, `.pact${module.ending}`);
  const content = providerTest({ ...given, provider: name, module, server, routes });
  return {
    files: [
      { path: file, content },
      ...(runner === 'vitest' ? [{ path: vitestConfig.path, content: vitestConfig.content(file) }] : []),
    ],
    scripts: providerScripts({ repository, runner, module, file }, name),
    notes: [
      server
        ? `Found ${routes.length} route(s), and a server with ${server.framework} (${server.file}).`
        : 'No server was found, so the verification is a template: "example 1 exists" is an example of a provider state.',
      ...(server && !server.exported
        ? [`${server.file} exports no server that a test can start: the verification says so, at a TODO.`]
        : []),
    ],
  };
}
