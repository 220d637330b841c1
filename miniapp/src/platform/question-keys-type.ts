/** Shows a question and answers what it was answered; `dangerous`: what cannot be undone, where Enter alone must not mean yes. */
export type QuestionKeys = <Answer>(dangerous: boolean, show: () => Promise<Answer>) => Promise<Answer>;
