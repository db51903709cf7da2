import { post, type Subject } from '../http/step.ts';
import { contract, contractOf, pactOf, publication, publish } from './contract.ts';
import { refusals } from './refusals.ts';

const consumer = 'Publish Shop';
const provider = 'Publish Warehouse';
const path = '/contracts/publish';
const problem = 'application/hal+json, application/problem+json';

/** A publish request that is right but for one contract. */
const withContract = (changes: object) => ({
  pacticipantName: consumer,
  pacticipantVersionNumber: '9',
  contracts: [{ ...contract(consumer, provider), ...changes }],
});

const text = JSON.stringify(pactOf(consumer, provider, 'first'));

export const publishing: Subject = {
  name: 'publishing',
  steps: [
    publish('A3', 'a first pact with branch, tags and build', consumer, provider, {
      version: '1',
      branch: 'main',
      tags: ['dev', 'feat'],
      buildUrl: 'http://ci.example.org/1',
      content: 'first',
    }),
    publish('A3', 'the same again', consumer, provider, { version: '1', branch: 'main', content: 'first' }),
    publish('A3', 'other content under the same version', consumer, provider, {
      version: '1',
      content: 'other',
    }),
    publish('A3', 'the same content under a new version', consumer, provider, {
      version: '2',
      branch: 'main',
      content: 'first',
    }),
    publish('A3', 'new content without a branch', consumer, provider, {
      version: '3',
      content: { a: [1, 1.5, null] },
    }),
    publish('A3', 'a new tag on unchanged content', consumer, provider, {
      version: '4',
      tags: ['dev', 'prod'],
      content: 'first',
    }),
    post('A3', 'two pacts at once', path, {
      pacticipantName: consumer,
      pacticipantVersionNumber: '5',
      branch: 'two',
      contracts: [contract(consumer, provider, 'five'), contract(consumer, 'Publish Billing', 'five')],
    }),
    post('A3', 'a pact of messages', path, {
      pacticipantName: consumer,
      pacticipantVersionNumber: '6',
      branch: 'main',
      contracts: [
        contractOf(
          consumer,
          'Publish Queue',
          JSON.stringify({
            consumer: { name: consumer },
            provider: { name: 'Publish Queue' },
            messages: [{ description: 'an order', contents: { id: 1 }, metaData: {} }],
            metadata: { pactSpecification: { version: '3.0.0' } },
          }),
        ),
      ],
    }),
    post('A3', 'merging where there is nothing yet', path, {
      pacticipantName: consumer,
      pacticipantVersionNumber: '7',
      branch: 'main',
      contracts: [{ ...contract(consumer, provider, 'first'), onConflict: 'merge' }],
    }),
    post('A3', 'merging the same content', path, {
      pacticipantName: consumer,
      pacticipantVersionNumber: '7',
      branch: 'main',
      contracts: [{ ...contract(consumer, provider, 'first'), onConflict: 'merge' }],
    }),
    post('A3', 'merging new interactions', path, {
      pacticipantName: consumer,
      pacticipantVersionNumber: '7',
      contracts: [
        {
          ...contractOf(consumer, provider, text.replace('a request for', 'a search for')),
          onConflict: 'merge',
        },
      ],
    }),
    post('A3', 'no contracts', path, {
      pacticipantName: consumer,
      pacticipantVersionNumber: '8',
      branch: 'main',
      contracts: [],
    }),

    post('A3', 'nothing of what is needed', path, {}),
    post('A3', 'nothing of what is needed, as a problem', path, {}, { accept: problem }),
    post('A3', 'wrong types', path, {
      pacticipantName: 1,
      pacticipantVersionNumber: true,
      branch: 2,
      tags: 'dev',
      buildUrl: 3,
      contracts: 'none',
    }),
    post('A3', 'blank values', path, {
      pacticipantName: ' ',
      pacticipantVersionNumber: '',
      branch: ' ',
      tags: ['', ' '],
      contracts: [{ ...contract(consumer, provider), consumerName: '', providerName: ' ' }],
    }),
    post('A3', 'several lines in names', path, {
      pacticipantName: 'a\nb',
      pacticipantVersionNumber: '1\n2',
      branch: 'c\nd',
      contracts: [],
    }),
    post('A3', 'a contract without anything', path, {
      pacticipantName: consumer,
      pacticipantVersionNumber: '9',
      contracts: [{}],
    }),
    post('A3', 'a contract that is none', path, {
      pacticipantName: consumer,
      pacticipantVersionNumber: '9',
      contracts: ['x'],
    }),
    post('A3', 'content that is no base64', path, withContract({ content: '%%%' })),
    post(
      'A3',
      'content that is no JSON',
      path,
      withContract({ content: Buffer.from('{"a"').toString('base64') }),
    ),
    post(
      'A3',
      'content that is an array',
      path,
      withContract({ content: Buffer.from('[1]').toString('base64') }),
    ),
    post(
      'A3',
      'content that is a text',
      path,
      withContract({ content: Buffer.from('"x"').toString('base64') }),
    ),
    post(
      'A3',
      'content that is no UTF-8',
      path,
      withContract({ content: Buffer.from([123, 34, 97, 255, 34]).toString('base64') }),
    ),
    post('A3', "another consumer's contract", path, withContract({ consumerName: 'Publish Other' })),
    post('A3', 'other names in the content', path, {
      ...(publication(consumer, provider, { version: '9' }) as object),
      contracts: [{ ...contract('Someone', 'Something'), consumerName: consumer, providerName: provider }],
    }),
    post(
      'A3',
      'an unknown specification and content type',
      path,
      withContract({ specification: 'openapi', contentType: 'text/xml' }),
    ),
    post('A3', 'an unknown way to resolve conflicts', path, withContract({ onConflict: 'ignore' })),
    post('A3', 'a body that is no JSON', path, '{"pacticipantName":'),
    post('A3', 'a body that is no JSON, as a problem', path, '{"pacticipantName":', { accept: problem }),
    post('A3', 'a body that is an array', path, []),
    post('A3', 'an empty body', path, ''),
    publish('A3', 'a consumer whose name looks like a misspelling', 'PublishShop', provider, {
      version: '1',
    }),
    post('A3', 'a media type that is not offered', path, withContract({}), { accept: 'text/csv' }),
    ...refusals('A3', path, { without: 'GET', reads: 'POST', negotiates: false }),
  ],
};
