/** The fields of a webhook's form as a browser sends them, with some of them changed. */
export const filledIn = (changes: Record<string, string> = {}): [string, string][] =>
  Object.entries({
    description: 'Tell CI',
    enabled: 'true',
    'consumer[name]': '',
    'consumer[label]': '',
    'provider[name]': 'Bar',
    'provider[label]': '',
    'events[]': 'contract_published',
    'request[method]': 'POST',
    'request[url]': 'http://127.0.0.1:1/hook',
    'request[headers]': 'Content-Type: application/json\r\nX-Api-Key: key-Sesame',
    'request[body]': '{"of": "${pactbroker.consumerName}"}',
    'request[username]': 'ann',
    'request[password]': 'pass-Sesame',
    ...changes,
  });
