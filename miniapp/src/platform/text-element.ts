export { firstText, showText, takeTextElement } from './text-element.h5';
