const MESSAGE_LENGTH = 300;
const STACK_LENGTH = 2000;

/** Files of our bundle as WeChat and the browser name them in stacks; the platform's own libraries are left out. */
const OWN_FILE =
  /(?:^|[/(\s@])((?:(?:pages|subpackages|js)\/[\w./-]+|app|common|vendors|taro|runtime|comp)\.js:\d+(?::\d+)?)/;
const FUNCTION_NAME = /^(?:at\s+)?(?:async\s+)?([\w$.<>]{1,60})(?=\s*[(@])/;

/**
 * Takes out whatever may say who somebody is: addresses' queries, mail addresses, keys, numbers of five digits or more
 * (telephone, ID card, order), and all text that is not Latin, because names and addresses are Chinese and our own
 * messages are English.
 */
export function redactText(text: string): string {
  return text
    .replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '<mail>')
    .replace(/(\bhttps?:\/\/[^\s?#"']*)[?#][^\s"']*/g, '$1')
    .replace(/\b(?:wxfile|blob|data):[^\s"']+/g, '<file>')
    .replace(/\b(?=[\w-]*\d)[\w-]{20,}/g, '<key>')
    .replace(/\d{4,}[\dXx]/g, '<number>')
    .replace(/[^\x20-\x7e\s]+/g, '*');
}

/** One line, redacted, at most 300 characters. */
export const redactMessage = (message: string): string =>
  redactText(message).replace(/\s+/g, ' ').trim().slice(0, MESSAGE_LENGTH);

/** A page's path without its parameters. */
export const redactPage = (path: string): string =>
  redactText((path.split(/[?#]/)[0] ?? '').replace(/^\/+/, '')).slice(0, 100);

function frameOf(line: string): string | null {
  const file = OWN_FILE.exec(line)?.[1];
  if (!file) {
    return null;
  }
  const name = FUNCTION_NAME.exec(line.trim())?.[1];
  return name ? `${name}@${file}` : file;
}

/** The frames that lie in our bundle, one a line, `name@file:line:column`; undefined when there is none. */
export function ownFrames(stack: string): string | undefined {
  const frames = stack.split('\n').flatMap((line) => frameOf(line) ?? []);
  const kept: string[] = [];
  let length = 0;
  for (const frame of frames) {
    length += frame.length + 1;
    if (length > STACK_LENGTH) {
      break;
    }
    kept.push(frame);
  }
  return kept.length > 0 ? kept.join('\n') : undefined;
}

export interface ErrorText {
  readonly message: string;
  readonly stack?: string;
}

/** Lines before the first frame; WeChat's App.onError passes message and stack as one text, headed MiniProgramError. */
const messageOf = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== 'MiniProgramError')
    .slice(0, 3)
    .filter((line, index) => index === 0 || !/^at\s|@|:\d+:\d+/.test(line))
    .join(' ');

/** What may be told of anything that was thrown: an Error, WeChat's `{ errMsg }`, or a text. */
export function redactError(error: unknown): ErrorText {
  if (error instanceof Error) {
    return { message: redactMessage(`${error.name}: ${error.message}`), stack: ownFrames(error.stack ?? '') };
  }
  const errMsg = (error as { readonly errMsg?: unknown } | null | undefined)?.errMsg;
  const text = typeof error === 'string' ? error : typeof errMsg === 'string' ? errMsg : `thrown ${typeof error}`;
  return { message: redactMessage(messageOf(text)) || 'no message', stack: ownFrames(text) };
}
