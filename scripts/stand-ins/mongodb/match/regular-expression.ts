import type { BSONRegExp } from 'bson';
import { MongodbError, notImplemented } from '../errors/mongodb-error';

/** What PCRE (as MongoDB compiles it) and JavaScript read differently outside and inside a character class. */
const SPACE = ' \\t\\n\\v\\f\\r';
const END_OF_SUBJECT = '(?=\\n?(?![\\s\\S]))';

/**
 * A JavaScript expression that matches what MongoDB's PCRE2 would. `.`, `$`, `^` with m, and `\s` are translated,
 * because JavaScript has more line ends and white space; the `u` flag then refuses every escape JavaScript lacks.
 */
export function compileRegularExpression(pattern: string, options: string): RegExp {
  for (const option of options) {
    if (!'imsu'.includes(option)) throw notImplemented(`the regular expression option '${option}'`);
  }
  const source = translate(pattern, options.includes('s'), options.includes('m'));
  try {
    return new RegExp(source, options.includes('i') ? 'iu' : 'u');
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw notImplemented(`the regular expression /${pattern}/ (not in the syntax PCRE and JavaScript share)`);
  }
}

export function compileBsonRegularExpression(expression: BSONRegExp): RegExp {
  return compileRegularExpression(expression.pattern, expression.options);
}

function translate(pattern: string, dotMatchesNewline: boolean, multiline: boolean): string {
  let result = '';
  let insideClass = false;
  for (let index = 0; index < pattern.length; index += 1) {
    const character = pattern.charAt(index);
    if (character === '\\') {
      index += 1;
      result += translateEscape(pattern.charAt(index), insideClass);
    } else if (insideClass) {
      insideClass = character !== ']';
      result += character;
    } else {
      insideClass = character === '[';
      result += translateOutsideClass(character, dotMatchesNewline, multiline);
    }
  }
  return result;
}

function translateEscape(escaped: string, insideClass: boolean): string {
  if (escaped === '') throw new MongodbError('BadValue', 'Regular expression is invalid: \\ at end of pattern');
  if (escaped === 's') return insideClass ? SPACE : `[${SPACE}]`;
  if (escaped === 'S') {
    if (insideClass) throw notImplemented('\\S inside a character class of a regular expression');
    return `[^${SPACE}]`;
  }
  if (escaped === '-' || /^[^\w\s]$/.test(escaped)) return literal(escaped, insideClass);
  return `\\${escaped}`;
}

/** PCRE lets any punctuation be escaped, JavaScript's `u` flag only its own syntax characters. */
function literal(character: string, insideClass: boolean): string {
  if ('^$\\.*+?()[]{}|/'.includes(character)) return `\\${character}`;
  return insideClass && character === '-' ? '\\-' : character;
}

function translateOutsideClass(character: string, dotMatchesNewline: boolean, multiline: boolean): string {
  if (character === '.') return dotMatchesNewline ? '[\\s\\S]' : '[^\\n]';
  if (character === '$') return multiline ? '(?=\\n|(?![\\s\\S]))' : END_OF_SUBJECT;
  if (character === '^' && multiline) return '(?<![^\\n])';
  return character;
}
