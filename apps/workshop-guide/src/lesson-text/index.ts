export { chooseLanguage, mainLanguage } from './languages.ts';
export { isServed } from './links.ts';
export { renderSnippet, renderText, type LessonText } from './markdown.ts';
