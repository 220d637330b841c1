import type { QuestionKeys } from './question-keys-type';

/** WeChat's own question; a phone has no keyboard. */
export const whileAsked: QuestionKeys = (_dangerous, show) => show();
