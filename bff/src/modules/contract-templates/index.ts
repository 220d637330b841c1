export type { CurrentTemplate } from './current-template';
