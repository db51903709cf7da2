import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { marked, type Token } from 'marked';
import { stagesOf } from '../lesson-files.ts';
import type { CourseLesson } from '../load-course.ts';
import { answerFolders } from './answer-content.ts';
import { consoleBlocks } from './console-block.ts';

/**
 * The problems with the texts of a lesson and the files beside them, found without running anything: one sentence each.
 */
export function textFindings(lesson: CourseLesson): string[] {
  const readmes = Object.values(lesson.readmes);
  const linked = new Set(readmes.flatMap((readme) => linksIn(readme).map((link) => fileOf(link, readme))));
  const known = new Set([
    ...readmes.map((path) => basename(path)),
    'lesson.ts',
    ...Object.keys(lesson.words).map((language) => `words.${language}.yaml`),
    ...answerFolders,
    ...stagesOf(lesson),
  ]);
  return [
    ...readmes.flatMap((readme) =>
      findingsIn(readme, lesson).map((finding) => `${basename(readme)}: ${finding}`),
    ),
    ...readdirSync(lesson.folder)
      .filter((name) => !known.has(name) && !linked.has(resolve(lesson.folder, name)))
      .map((name) => `${name} is unused: no text links to it, and no task has a stage of this name.`),
  ];
}

function findingsIn(readme: string, { manifest, ...lesson }: CourseLesson): string[] {
  const markdown = readFileSync(readme, 'utf8');
  const findings = linksIn(readme)
    .filter((link) => !isExternal(link) && !existsSync(fileOf(link, readme) ?? readme))
    .map((link) => `it links to ${link}, which does not exist.`);
  for (const { command } of manifest.tasks)
    if (!markdown.includes(command)) findings.push(`it does not mention "${command}".`);
  const stages = stagesOf({ manifest, ...lesson });
  try {
    const blocks = consoleBlocks(markdown);
    if (blocks.length === 0) findings.push('it shows no console output.');
    for (const { stage } of blocks)
      if (!stages.includes(stage))
        findings.push(`a console block is from "${stage}", but the stages are ${stages.join(', ')}.`);
  } catch (error) {
    findings.push((error as Error).message);
  }
  return findings;
}

function linksIn(readme: string): string[] {
  const links: string[] = [];
  void marked.walkTokens(marked.lexer(readFileSync(readme, 'utf8')), (token: Token) => {
    if (token.type === 'link' || token.type === 'image') links.push((token as { href: string }).href);
  });
  return links;
}

function isExternal(link: string): boolean {
  return /^(https?:|#)/.test(link);
}

/** The target file of a relative link; undefined for any other link. */
function fileOf(link: string, readme: string): string | undefined {
  return isExternal(link) ? undefined : resolve(dirname(readme), decodeURI(link.replace(/#.*$/, '')));
}
