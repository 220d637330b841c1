import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { lineOfText } from '../../schemas/text-fields';
import { englishFieldMessage } from './field-messages';

const SOURCE = path.resolve(__dirname, '../..');
const FILES = [
  ...['schemas', 'endpoints'].flatMap((folder) =>
    readdirSync(path.join(SOURCE, folder)).map((file) => path.join(SOURCE, folder, file)),
  ),
  path.join(SOURCE, 'errors/field-problems.ts'),
].filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));

const read = (file: string): string =>
  readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    .replace(/^ +summary:[^\n]*(\n +'[^\n]*)?/gm, '')
    .replace(/_LABELS: [\s\S]*?\};\n/g, '');
const sources = FILES.map(read);

/** Every `lineOfText(label, max)`, with the four sentences it makes. */
const lines = sources.flatMap((source) =>
  [...source.matchAll(/lineOfText\('([^']+)', (\d+)\)/g)].map(([, label = '', max]) => ({ label, max: Number(max) })),
);
const made = lines.flatMap(({ label, max }) => [
  `请填写${label}`,
  `${label}最多 ${max} 个字`,
  `${label}里有看不见的字符，请重新输入`,
  `${label}里有无法识别的字（可能显示成方框），请输入正确的汉字或联系客服`,
]);

const labels = new Set(lines.map(({ label }) => label));
const written = sources
  .flatMap((source) => [...source.matchAll(/'([^'\n]*\p{Script=Han}[^'\n]*)'/gu)].map(([, sentence = '']) => sentence))
  .filter((sentence) => !labels.has(sentence));

describe('sentences about fields, in English', () => {
  it('are found in the schemas', () => {
    expect(made.length).toBeGreaterThan(30);
    expect(written).toEqual(
      expect.arrayContaining(['请输入 11 位手机号', '这个项目不开发票', '验证码是 6 位数字', '格式不正确']),
    );
  });

  it.each([...new Set([...written, ...made])])('%s', (sentence) => {
    expect(englishFieldMessage(sentence)).not.toMatch(/\p{Script=Han}/u);
  });

  it('match what a line of text really says', () => {
    const { pipe } = lineOfText('说明', 100);
    const messages = pipe.flatMap((part) =>
      'message' in part && typeof part.message === 'string' ? [part.message] : [],
    );
    expect(messages.map(englishFieldMessage)).toEqual([
      'Please enter the note',
      'Please enter the note',
      'The note can have at most 100 characters',
      // Once for the pattern that the API document shows, once for what no such pattern can say.
      'The note contains invisible characters; please type it again',
      'The note contains invisible characters; please type it again',
      expect.stringMatching(/^The note has a character that cannot be recognised/),
    ]);
  });

  it('leave alone what they do not know', () => {
    expect(englishFieldMessage('Something else')).toBe('Something else');
  });
});
