/** Work on one picture takes a second or two on old phones. */
const MOST_MS = 20_000;

/**
 * What a call of WeChat answers; some never do, as when the system has taken the memory: whoever waits for it would wait for ever,
 * and with it every button that is held back meanwhile. Rejects then.
 */
export function answerOf<Answer>(asked: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const given = setTimeout(() => reject(new Error('no answer came')), MOST_MS);
    asked.then(resolve, reject).finally(() => clearTimeout(given));
  });
}
