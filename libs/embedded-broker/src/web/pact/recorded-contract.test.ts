import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../../test/broker-client.ts';

const words = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();

describe('The page of a contract that Pact JS wrote', () => {
  let broker: TestBroker;
  let page: string;
  beforeAll(async () => {
    const file = new URL('../../../test/recorded/pact-js-contract.json', import.meta.url);
    const { contract } = JSON.parse(await readFile(file, 'utf8')) as { contract: object };
    broker = await startTestBroker();
    const path = '/pacts/provider/Provider/consumer/Consumer/version/1';
    await broker.request('PUT', path, contract);
    page = (await broker.request('GET', path, undefined, { accept: 'text/html' })).text;
  });
  afterAll(() => broker.close());

  /** What the section of an interaction says. */
  const said = (description: string) => {
    const sections = page.split('<section').map((one) => one.split('</section>')[0]);
    return words(`<section${sections.find((one) => one?.includes(`aria-label="${description}"`)) ?? ''}`);
  };

  it('says nothing of a state without a name', () => {
    expect(said('a table')).toMatch(/^a table Request GET \//);
    expect(words(page)).not.toContain('Given :');
    expect(said('an agreed user')).toContain('Given a user exists');
  });

  it('shows an empty text', () => {
    expect(said('an empty text')).toMatch(/Response 200 ""$/);
  });

  it('shows text that was written as base64, with the type of its header', () => {
    expect(said('a table')).toContain('text/csv, written as base64: id,name 1,Märy');
    expect(said('a JSON text')).toContain('application/json, written as base64: Mary');
    expect(said('a picture')).toContain('image/png, encoded: iVBORw0KGgoAAAAN');
  });

  it('says once what the rules of three examples say', () => {
    const words = said('three of a kind');
    expect(words).toContain('body $.users is of the same type, with at least 3 elements');
    expect(words).toMatch(/body \$\.users\[\*\]\.id is a whole number body/);
    expect(words).toMatch(/body \$\.users\[\*\]\.name is of the same type body/);
    expect(words).toMatch(/\.tags is of the same type, with at least 2 elements$/);
  });

  it('says of keys, values, lists and statuses what they may be', () => {
    expect(said('keys and values')).toContain('$.keys has keys of which each matches the pattern ^user\\d+$');
    expect(said('keys and values')).toContain('$.values has values of which each is a whole number');
    expect(said('some among others')).toContain(
      'contains, among others, one like the 1st where $.id is a whole number; ' +
        'one like the 2nd where $.rel matches the pattern ^next$; one like the 3rd',
    );
    expect(said('an agreed user')).toContain('status is a success (200 to 299)');
    expect(said('an upload')).toContain('status is one of 200, 201');
  });

  it('says where made values come from, and what a provider state has to return', () => {
    const words = said('an agreed user');
    expect(words).toMatch(/Given a user exists The provider state has to return token\s?, id\s?\./);
    expect(words).toContain('header X-Token from the provider state ${token}');
    expect(words).toContain('path from the provider state /users/${id}');
    expect(words).toContain('body $.id from the provider state ${id}');
    expect(said('made values')).toContain(
      '2 generated values body $.count any whole number from 0 to 10 ' +
        'body $.share any decimal number of 10 digits',
    );
  });

  it('shows what the authors say of an interaction, and that it is pending', () => {
    const words = said('an agreed user');
    expect(words).toMatch(/^an agreed user marked as pending Given/);
    expect(words).toContain('agreed with the other team');
    expect(words).toContain('Test: shows a user');
    expect(words).toContain('Jira story: https://jira.example/A-1');
    expect(words).toContain('ticket: A-1');
    expect(page).toContain('<a href="https://jira.example/A-1"');
    expect(words).not.toContain('undefined');
  });

  it('shows the parts of a multipart body', () => {
    expect(said('an upload')).toContain(
      'multipart/form-data, 2 parts: ' +
        'Content-Disposition: form-data; name="note"; filename="note.txt" Content-Type: text/plain a short note ' +
        'Content-Disposition: form-data; name="logo"; filename="logo.png" Content-Type: image/png ' +
        'Encoded: iVBORw0KGgoAAAAN',
    );
  });
});
