import { describe, expect, it } from '@jest/globals';
import { writeCourse } from '../../../test/written-course.ts';
import { lessonOf, loadCourse } from '../load-course.ts';
import { following, revisionOf } from '../translation/index.ts';
import { translationFindings } from './translations.ts';

const english = `# Greet

See [the stock](../02-ask/README.md). Run \`make greet\`.

| word  | means |
| ----- | ----- |
| hello | hello |

\`\`\`ts
greet(); // politely
\`\`\`

\`\`\`console
$ make greet
hello
\`\`\`
`;
const german = english
  .replace('# Greet', '# Grüßen')
  .replace('[the stock]', '[das Lager]')
  .replace('// politely', '// höflich')
  .replace('\nhello\n', '\n…\n');
const words = `title: Grüßen
concept: Wer kommt, wird begrüßt.
objectives: [Grüßen]
tasks: { greet: Der Laden sagt hallo }
hints: [Was sagst du?]
`;

type Change = readonly [string, string];

/** What is found in a translation with a change of its text, its words, or the English text behind it. */
async function findingsWith(
  change: { text?: Change; words?: Change; english?: Change; follows?: string } = {},
) {
  const lesson = 'course/01-greet';
  const before = { [`${lesson}/README.md`]: english };
  await using original = await writeCourse(before);
  const { manifest } = lessonOf(await loadCourse(original.folder), 1);
  const apply = (text: string, [from, to]: Change = ['', '']) => text.replace(from, () => to);
  await using course = await writeCourse({
    [`${lesson}/README.md`]: apply(english, change.english),
    [`${lesson}/README.de.md`]: following(
      apply(german, change.text),
      change.follows ?? revisionOf(english, manifest),
    ),
    [`${lesson}/words.de.yaml`]: apply(words, change.words),
  });
  return translationFindings(lessonOf(await loadCourse(course.folder), 1));
}

describe('The check of translations', () => {
  it('finds nothing without translations', async () => {
    await using course = await writeCourse();
    expect(translationFindings(lessonOf(await loadCourse(course.folder), 1))).toEqual([]);
  });

  it('finds nothing in a translation that fits', async () => {
    expect(await findingsWith()).toEqual([]);
  });

  it('does not mind other output in the English text', async () => {
    expect(await findingsWith({ english: ['\nhello\n', '\nhello, you\n'] })).toEqual([]);
  });

  it.each<[string, Parameters<typeof findingsWith>[0], RegExp]>([
    [
      'a changed English text',
      { english: ['See', 'Look at'] },
      /follows an older English text .*"make translations FOLLOW=1"/,
    ],
    ['a text that follows none', { follows: 'none' }, /does not say which English text it follows/],
    [
      'another heading',
      { text: ['# Grüßen', '## Grüßen'] },
      /its headings differ .*missing: "#"; too many: "##"/,
    ],
    ['other code', { text: ['greet();', 'gruss();'] }, /its code blocks differ/],
    ['another command', { text: ['$ make greet', '$ make gruss'] }, /its code blocks differ/],
    ['output of its own', { text: ['\n…\n', '\nhallo\n'] }, /its code blocks differ/],
    [
      'a missing row',
      { text: ['| hello | hello |\n', ''] },
      /its tables differ .*missing: "2 columns and 1 rows"/,
    ],
    [
      'another link',
      { text: ['02-ask', '01-greet'] },
      /its links differ .*missing: "\.\.\/02-ask\/README\.md"/,
    ],
    [
      'another word of the code',
      { text: ['`make greet`', '`make gruss`'] },
      /its inline code differ.*make gruss/,
    ],
    ['another task', { words: ['greet:', 'gruss:'] }, /"tasks" lacks "greet"\.\n.*"tasks" has "gruss"/],
    ['a missing hint', { words: ['[Was sagst du?]', '[Was?, Sag es.]'] }, /it has 2 hints, the lesson has 1/],
    [
      'something prepared that is not',
      { words: ['hints', 'prepare: Alles\nhints'] },
      /has "prepare", the lesson has not/,
    ],
  ])('finds %s', async (_, change, finding) => {
    expect((await findingsWith(change)).join('\n')).toMatch(finding);
  });

  it('finds half a translation', async () => {
    await using text = await writeCourse({ 'course/01-greet/README.de.md': german });
    expect(translationFindings(lessonOf(await loadCourse(text.folder), 1)).join()).toContain(
      'README.de.md has no words.de.yaml beside it.',
    );
    await using other = await writeCourse({ 'course/01-greet/words.de.yaml': words });
    expect(translationFindings(lessonOf(await loadCourse(other.folder), 1))).toEqual([
      'words.de.yaml has no README.de.md beside it.',
    ]);
  });
});
