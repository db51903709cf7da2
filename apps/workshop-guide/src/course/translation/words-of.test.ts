import { describe, expect, it } from '@jest/globals';
import type { Lesson } from '../lesson.ts';
import { wordsOf } from './words-of.ts';

const outcome = { passes: true, because: /hello/ };
const manifest: Lesson = {
  title: 'Greet',
  concept: 'Who comes in is greeted.',
  objectives: ['Greet'],
  minutes: 1,
  edits: [],
  tasks: [
    {
      id: 'greet',
      title: 'The shop says hello',
      command: 'make greet',
      before: outcome,
      after: outcome,
      mistakes: [{ output: /go away/, says: 'Be kind.' }],
    },
  ],
  contract: [],
  hints: ['Think.', 'Say hello.'],
};
const german = {
  title: 'Grüßen',
  concept: 'Wer kommt, wird begrüßt.',
  objectives: ['Grüßen'],
  tasks: { greet: 'Der Laden sagt hallo' },
  hints: ['Denk nach.', 'Sag hallo.'],
  says: { 'Be kind.': 'Sei nett.' },
};

describe('The words of a lesson', () => {
  it('are those of the manifest in English', () => {
    expect(wordsOf({ manifest, words: { de: german } }, 'en')).toMatchObject({
      title: 'Greet',
      tasks: { greet: 'The shop says hello' },
      says: { 'Be kind.': 'Be kind.' },
    });
  });

  it('are translated', () => {
    expect(wordsOf({ manifest, words: { de: german } }, 'de')).toEqual({ ...german, prepare: undefined });
  });

  it('are in English where the translation lacks them, or has another number of them', () => {
    const older = { ...german, tasks: {}, hints: ['Sag hallo.'], says: {} };
    expect(wordsOf({ manifest, words: { de: older } }, 'de')).toMatchObject({
      title: 'Grüßen',
      tasks: { greet: 'The shop says hello' },
      hints: ['Think.', 'Say hello.'],
      says: { 'Be kind.': 'Be kind.' },
    });
  });
});
