import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { writeCourse } from '../test/written-course.ts';
import { projectRoot } from './course/index.ts';

function run(course: string, ...args: string[]) {
  const script = join(projectRoot, 'apps/workshop-guide/src/translations.ts');
  const options = ['--disable-warning=ExperimentalWarning', script, '--course', course, ...args];
  return spawnSync(process.execPath, options, { encoding: 'utf8' });
}

describe('The command for translations', () => {
  it('begins a translation, lists it, and makes it follow the English text', async () => {
    await using course = await writeCourse();
    const begun = run(course.folder, '--begin', '1', '--language', 'es');
    expect(begun.stdout).toContain('README.es.md is to be translated');
    const readme = join(course.folder, '01-greet/README.es.md');
    expect(readFileSync(readme, 'utf8')).toContain('```console\n$ make greet\n…\n```');
    expect(readFileSync(join(course.folder, '01-greet/words.es.yaml'), 'utf8')).toContain(
      'greet: The shop says hello',
    );
    const listed = run(course.folder);
    expect(listed.status).toBe(1);
    expect(listed.stdout).toMatch(
      /^lesson 1: es\n {2}✖ README\.es\.md: it does not say which English text it follows: .*\nlesson 2: English only\n$/,
    );
    expect(run(course.folder, '--language', 'de').status).toBe(0);

    expect(run(course.folder, '--follow', '1').stdout).toMatch(/lesson 1: es follows [0-9a-f]{12}/);
    expect(readFileSync(readme, 'utf8')).toMatch(/^<!-- follows: [0-9a-f]{12} -->\n\n# Greet/);
    expect(run(course.folder)).toMatchObject({
      status: 0,
      stdout: 'lesson 1: es\nlesson 2: English only\n',
    });

    expect(run(course.folder, '--begin', '1', '--language', 'es').stdout).toContain(
      'README.es.md exists already',
    );
  });

  it.each([
    [['--follow', '1'], /Lesson 1 has no translation\./],
    [['--follow', '3'], /"3" names no lessons: use numbers from 1 to 2/],
    [['--begin', '1'], /--begin needs --language/],
    [['--begin', '1', '--language', '../x'], /It has to be the code of a language/],
  ])('refuses %j', async (args, message) => {
    await using course = await writeCourse();
    const { status, stderr } = run(course.folder, ...args);
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
  });
});
