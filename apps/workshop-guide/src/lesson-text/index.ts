export { chooseLanguage, mainLanguage } from './languages.ts';
export { isServed } from './links.ts';
export { renderText, type LessonText } from './markdown.ts';
