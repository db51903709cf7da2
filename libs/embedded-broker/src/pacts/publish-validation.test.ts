import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pactOf, startTestBroker, type TestBroker } from '../../test/broker-client.ts';

const base64 = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64');
const contract = (change: object = {}) => ({
  consumerName: 'C',
  providerName: 'P',
  contentType: 'application/json',
  specification: 'pact',
  content: base64(pactOf('C', 'P', 'x')),
  ...change,
});
const request = (change: object = {}, ofContract: object = {}) => ({
  pacticipantName: 'C',
  pacticipantVersionNumber: '1',
  contracts: [contract(ofContract)],
  ...change,
});

/** The errors are those of the official broker for the same requests. */
describe('What is wrong with a request to publish contracts', () => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startTestBroker();
  });
  afterAll(() => broker.close());
  const publish = (body: unknown, headers = {}) =>
    broker.request('POST', '/contracts/publish', body, headers);

  const at0 = (...messages: string[]) => ({ contracts: messages.map((text) => `${text} (at index 0)`) });

  it.each<[string, object, object]>([
    ['no name', request({ pacticipantName: null }), { pacticipantName: ['must be a string'] }],
    ['an empty name', request({ pacticipantName: '' }), { pacticipantName: ['must be filled'] }],
    ['an empty branch', request({ branch: '' }), { branch: ['cannot be blank'] }],
    ['an empty tag', request({ tags: ['', ' '] }), { tags: ['must be filled (at index 0)'] }],
    ['a blank tag', request({ tags: [' '] }), { tags: ['cannot be blank (at index 0)'] }],
    ['no contract', request({ contracts: [null] }), at0('must be a hash')],
    [
      'an empty contract',
      request({ contracts: [{}] }),
      at0(
        'consumerName is missing',
        'providerName is missing',
        'content is missing',
        'contentType is missing',
        'specification is missing',
        'is not valid Base64',
      ),
    ],
    ['no consumer', request({}, { consumerName: null }), at0('consumerName must be a string')],
    [
      'no content',
      request({}, { content: null }),
      at0(
        'content must be a string',
        'is not valid Base64',
        'content could not be parsed as application/json',
      ),
    ],
    [
      'another consumer',
      request({}, { consumerName: 'D' }),
      at0(
        "consumer name in contract content ('C') must match consumerName in contract params ('D')",
        "consumerName ('D') must match pacticipantName ('C')",
      ),
    ],
    [
      'content of another integration',
      request({}, { content: base64(pactOf('X', 'Y', 'x')) }),
      at0("consumer name in contract content ('X') must match consumerName in contract params ('C')"),
    ],
    [
      'content of another provider',
      request({}, { content: base64(pactOf('C', 'Y', 'x')) }),
      at0("provider name in contract content ('Y') must match providerName in contract params ('P')"),
    ],
    [
      'content that names a number',
      request({}, { content: base64({ ...pactOf('C', 'P', 'x'), provider: { name: 1 } }) }),
      at0("provider name in contract content ('1') must match providerName in contract params ('P')"),
    ],
    ['a branch of two lines', request({ branch: 'a\nb' }), { branch: ['cannot contain multiple lines'] }],
    ['a branch that is a number', request({ branch: 1 }), { branch: ['must be a string'] }],
    ['a build of two lines', request({ buildUrl: 'a\nb' }), { buildUrl: ['cannot contain multiple lines'] }],
    [
      'a version of two lines',
      request({ pacticipantVersionNumber: 'a\nb' }),
      { pacticipantVersionNumber: ['cannot contain multiple lines'] },
    ],
    ['tags that are none', request({ tags: 'a' }), { tags: ['must be an array'] }],
    ['a tag that is a list', request({ tags: ['a', []] }), { tags: ['must be filled (at index 1)'] }],
    [
      'blank names',
      request({}, { providerName: ' ' }),
      at0(
        'providerName cannot be blank',
        "provider name in contract content ('P') must match providerName in contract params (' ')",
      ),
    ],
    [
      'another way to meet a conflict',
      request({}, { onConflict: 'x' }),
      at0('onConflict must be one of: overwrite, merge'),
    ],
    [
      'a specification that is none',
      request({}, { specification: 1 }),
      at0('specification must be one of: pact'),
    ],
    [
      'content of null',
      request({}, { content: base64('null') }),
      at0('content could not be parsed as application/json'),
    ],
    [
      'content that is no UTF-8',
      request({}, { content: Buffer.from([255, 254]).toString('base64') }),
      at0(
        "contract content has a non UTF-8 character at char 1 and cannot be parsed as JSON. Fragment preceding invalid character is: ''",
        'content could not be parsed as application/json',
      ),
    ],
  ])('%s', async (_, body, errors) => {
    expect(await publish(body)).toMatchObject({ status: 400, body: { errors } });
  });

  it('covers lists, and what is nested too deep, as an error of the request', async () => {
    expect((await publish('[]')).body).toEqual({
      error: 'TypeError - no implicit conversion of String into Integer',
    });
    expect(await publish('['.repeat(51) + ']'.repeat(51))).toMatchObject({
      status: 400,
      body: { error: 'JSON::NestingError - nesting of 51 is too deep' },
    });
  });

  it('names the contract that is wrong, and publishes none', async () => {
    const { body } = await publish(request({ contracts: [contract(), contract({ specification: 'x' })] }));
    expect(body).toEqual({ errors: { contracts: ['specification must be one of: pact (at index 1)'] } });
    expect((await broker.request('GET', '/pacticipants/C')).status).toBe(404);
  });

  it('is none: tags that are numbers', async () => {
    expect(await publish(request({ tags: [1] }))).toMatchObject({ status: 200 });
    expect(await broker.request('GET', '/pacticipants/C/versions/1/tags/1')).toMatchObject({ status: 200 });
  });

  it('stands with its index in the pointer of problem+json', async () => {
    const answer = await publish(request({}, { providerName: undefined }), {
      accept: 'application/hal+json, application/problem+json',
    });
    const type = `${broker.url}/problems/missing-body-property`;
    expect(answer.body).toMatchObject({
      errors: [
        { type, title: 'Invalid body parameter', detail: 'providerName is missing', pointer: '/contracts/0' },
      ],
    });
  });
});
