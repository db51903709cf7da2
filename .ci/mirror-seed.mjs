// mirror-seed URL: fills a broker with what a few teams leave behind in some months: three consumers, two providers, 40
// versions each, branches, tags, contents that change, results of both outcomes, deployments and releases to four
// environments. Labels and a webhook too, where the broker has them. Names are ASCII, as the official broker on SQLite
// answers 500 to a URL with another character.
const base = process.argv[2];
const index = await send('GET', `${base}/`);

async function send(method, url, body, type = 'application/json') {
  const response = await fetch(url, {
    method,
    headers: { accept: 'application/hal+json, application/json', 'content-type': type },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${await response.text()}`);
  return response.status === 204 ? {} : response.json();
}
const link = (rel, values = {}) =>
  index._links[rel].href.replace(/\{([^}]+)\}/g, (_, name) => encodeURIComponent(values[name]));

const consumers = ['Web Shop', 'mobile/app beta', 'BackOffice'];
const providers = ['Orders', 'Stock API'];
const versionOf = (i) => `1.${i}.0+build/${i}`;
const content = (consumer, provider, revision) =>
  `{"consumer":{"name":${JSON.stringify(consumer)}},"provider":{"name":${JSON.stringify(provider)}},"interactions":[` +
  `{"description":"a list","providerState":"some exist","request":{"method":"GET","path":"/list/${revision}"},` +
  '"response":{"status":200,"body":{"total":1.50,"10":true,"2":"größe €"}}}],"metadata":{"pactSpecification":{"version":"2.0.0"}}}';

const environments = {};
for (const { name, uuid } of (await send('GET', link('pb:environments')))._embedded.environments)
  environments[name] = uuid;
for (const [name, production] of Object.entries({
  test: false,
  staging: false,
  production: true,
  stores: true,
})) {
  environments[name] ??= (
    await send('POST', link('pb:environments'), { name, displayName: name, production })
  ).uuid;
}

const record = (kind, pacticipant, version, environment, body = {}) =>
  send(
    'POST',
    `${link('pb:pacticipant-version', { pacticipant, version })}/${kind}/environment/${environments[environment]}`,
    body,
  );

for (let i = 1; i <= 40; i++) {
  const version = versionOf(i);
  const branch = i % 7 === 0 ? 'feat/basket' : 'main';
  for (const consumer of consumers) {
    await send('POST', link('pb:publish-contracts'), {
      pacticipantName: consumer,
      pacticipantVersionNumber: version,
      branch,
      tags: [branch, ...(i % 10 === 0 ? ['prod'] : [])],
      buildUrl: `https://ci.example/${encodeURIComponent(consumer)}/${i}`,
      contracts: providers.map((provider) => ({
        consumerName: consumer,
        providerName: provider,
        specification: 'pact',
        contentType: 'application/json',
        content: Buffer.from(content(consumer, provider, Math.floor(i / 8))).toString('base64'),
      })),
    });
  }
  if (i % 4 !== 0) continue;
  for (const provider of providers) {
    await send('PUT', link('pb:pacticipant-branch-version', { pacticipant: provider, branch, version }), {});
    for (const consumer of consumers) {
      const pact = await send(
        'GET',
        link('pb:publish-pact', { provider, consumer, consumerApplicationVersion: version }),
      );
      const success = i % 12 !== 0 || consumer !== 'BackOffice';
      for (const last of i === 20 ? [!success, success] : [success]) {
        await send('POST', pact._links['pb:publish-verification-results'].href, {
          success: last,
          providerApplicationVersion: version,
          buildUrl: `https://ci.example/${encodeURIComponent(provider)}/${i}`,
          testResults: [{ interactionId: 'a', success: last }],
          verifiedBy: {
            implementation: 'Pact-Rust',
            version: '1.3.5',
            clientLanguage: { name: 'js', version: '17.1.4' },
          },
        });
      }
    }
    await record('deployed-versions', provider, version, 'test');
    if (i % 8 === 0)
      await record('deployed-versions', provider, version, 'production', { applicationInstance: 'eu' });
  }
  for (const consumer of consumers) {
    await record('deployed-versions', consumer, version, 'staging');
    if (i % 8 === 0) await record('deployed-versions', consumer, version, 'production');
  }
  await record('released-versions', 'mobile/app beta', version, 'stores');
}
await send('PATCH', link('pb:pacticipant', { pacticipant: 'Orders' }), {
  displayName: 'Order service',
  repositoryUrl: 'https://git.example/orders',
});
const orders = await send('GET', link('pb:pacticipant', { pacticipant: 'Orders' }));
const label = orders._links['pb:label'];
if (label) await send('PUT', label.href.replace('{label}', 'team%2Forders'), {});
if (index._links['pb:webhook']) {
  await send('PUT', link('pb:webhook', { uuid: 'a-webhook-of-orders' }), {
    description: 'verify Orders',
    provider: { name: 'Orders' },
    events: [{ name: 'contract_requiring_verification_published' }],
    request: { method: 'POST', url: 'https://ci.example/build', headers: { authorization: 'Bearer secret' } },
  });
}
