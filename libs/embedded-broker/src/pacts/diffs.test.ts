import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';
import { contentDiff } from './content-diff.ts';
import { parseTree } from './json-tree.ts';

const integration = '/pacts/provider/Prov/consumer/Con';

describe('The difference between two pacts', () => {
  let broker: TestBroker;
  let now: Date;
  beforeEach(async () => {
    now = new Date('2026-11-25T09:31:18Z');
    broker = await startTestBroker({ clock: () => now });
    for (const [version, content] of [
      ['1', 'a'],
      ['2', 'b'],
      ['3', 'b'],
      ['4', 'c'],
    ] as const) {
      await broker.publish('Con', 'Prov', { version, content });
      now = new Date(now.getTime() + 60_000);
    }
  });
  afterEach(() => broker.close());

  const diff = (path: string, accept = '*/*') =>
    broker.request('GET', integration + path, undefined, { accept });
  const shaOf = async (version: string) => {
    const { body } = await broker.request('GET', `${integration}/version/${version}`);
    return (body as { _links: Record<string, { name: string }> })._links['pb:pact-version']?.name ?? '';
  };

  // The official broker's answer, except for its address.
  it('is a text, with the time of the newer content', async () => {
    now = new Date('2026-11-25T13:02:00Z');
    const { status, headers, text } = await diff('/version/3/diff/previous-distinct');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/plain;charset=utf-8');
    expect(text).toBe(`# Diff between versions 1 and 3 of the pact between Con and Prov

The following changes were made about 4 hours ago (Wed 25 Nov 2026, 9:32am +00:00)

@@ -4,13 +4,13 @@
   },
   "interactions": [
     {
-      "description": "asks for \\"a\\"",
+      "description": "asks for \\"b\\"",
       "request": {
         "method": "GET",
         "path": "/"
       },
       "response": {
-        "body": "a",
+        "body": "b",
         "status": 200
       }
     }

## Links

pact-version:
  title: Pact
  name: Pact between Con (3) and Prov
  href: ${broker.url}${integration}/version/3
comparison-pact-version:
  title: Pact
  name: Pact between Con (1) and Prov
  href: ${broker.url}${integration}/version/1
`);
    expect((await diff('/version/3/diff/previous-distinct', 'application/hal+json')).status).toBe(406);
  });

  it('exists for any two versions or contents', async () => {
    const byVersion = await diff('/version/4/diff/version/1');
    expect(byVersion.text).toContain('# Diff between versions 1 and 4 of');
    expect(byVersion.text).toContain('-        "body": "a",\n+        "body": "c",');
    const byContent = await diff(`/pact-version/${await shaOf('1')}/diff/pact-version/${await shaOf('4')}`);
    expect(byContent.text).toContain('# Diff between versions 4 and 1 of');
    expect(byContent.text).toContain('-        "body": "c",\n+        "body": "a",');
  });

  it('is empty between equal contents, in whatever order their interactions are', async () => {
    expect((await diff('/version/3/diff/version/2')).text).toMatch(/ \+00:00\)\n\n\n\n## Links/);
    const interaction = (name: string) => ({ description: name, request: {}, response: { body: name } });
    const put = (version: string, names: string[]) =>
      broker.request('PUT', `${integration}/version/${version}`, {
        consumer: { name: 'Con' },
        provider: { name: 'Prov' },
        interactions: names.map(interaction),
      });
    await put('5', ['x', 'y']);
    await put('6', ['y', 'z', 'x']);
    expect((await diff('/version/6/diff/version/5')).text).toContain(`
@@ -16,6 +16,13 @@
       "response": {
         "body": "y"
       }
+    },
+    {
+      "description": "z",
+      "request": {},
+      "response": {
+        "body": "z"
+      }
     }
   ],
   "provider": {

`);
  });

  it('has a part for each place that changed, numbers as they were spelled, and none of the ids that the broker gives', () => {
    const content = (first: string, last: string, id: string) =>
      parseTree(
        `{"interactions":[{"_id":"${id}","a":${first},"body":{"_id":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1,"z":${last}}}]}`,
      );
    const limit = { timeoutMs: Infinity };
    expect(contentDiff(content('1', '1', 'x'), content('1.0', '2e1', 'y'), limit)).toBe(`@@ -1,7 +1,7 @@
 {
   "interactions": [
     {
-      "a": 1,
+      "a": 1.0,
       "body": {
         "_id": 1,
         "b": 1,
@@ -10,7 +10,7 @@
         "e": 1,
         "f": 1,
         "g": 1,
-        "z": 1
+        "z": 2e1
       }
     }
   ]`);
    expect(contentDiff(parseTree('{"interactions":[{"body":{"_id":1}}]}'), parseTree('{}'), limit)).toBe(
      `@@ -1,9 +1 @@
-{
-  "interactions": [
-    {
-      "body": {
-        "_id": 1
-      }
-    }
-  ]
-}
+{}`,
    );
  });

  it('is given up when finding it takes too long', () => {
    const lines = (prefix: string) => ({
      interactions: Array.from({ length: 20_000 }, (_, index) => `${prefix}${index}`),
    });
    const before = Date.now();
    expect(contentDiff(lines('a'), lines('b'), { timeoutMs: 10 })).toBeUndefined();
    expect(Date.now() - before).toBeLessThan(5_000);
  });

  it('needs two pacts', async () => {
    expect((await diff('/version/1/diff/previous-distinct')).text).toBe(
      'No previous distinct version was found for Pact between Con (1) and Prov',
    );
    const sha = await shaOf('1');
    for (const path of [
      '/version/99/diff/previous-distinct',
      '/version/4/diff/version/99',
      '/version/99/diff/version/4',
      `/pact-version/none/diff/pact-version/${sha}`,
      `/pact-version/${sha}/diff/pact-version/none`,
    ])
      expect((await diff(path)).status).toBe(404);
  });
});
