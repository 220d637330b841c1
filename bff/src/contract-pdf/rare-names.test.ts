import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildContractTemplate, type ContractRenderer, createContractRenderer, verifyContractPdf } from './index';
import { isRed, plainText, renderPage, wordsOfPage } from './testing/rendered-page';
import { runTool } from './testing/run-tool';
import {
  createSampleAuthorityKeys,
  sampleAuthority,
  sampleInk,
  sampleInput,
  sampleSealedAt,
  sampleWords,
  signingKeyOf,
} from './testing/sample-contract';

// Making RSA keys takes seconds on a busy machine.

const folder = mkdtempSync(join(tmpdir(), 'rare-names-'));
let signing: ReturnType<typeof signingKeyOf>;
let chainPem: string;
let renderer: ContractRenderer;
let files = 0;

beforeAll(async () => {
  const keys = await createSampleAuthorityKeys();
  chainPem = keys.signerChainPem;
  signing = signingKeyOf(keys);
  renderer = await createContractRenderer({ template: buildContractTemplate(sampleAuthority), signing });
});
afterAll(() => rmSync(folder, { recursive: true }));

async function contractFor(name: string, by = renderer): Promise<{ file: string; pdf: Buffer; pages: number }> {
  const { pdf, pages } = await by.render(sampleInput({ words: sampleWords({ 签署人姓名: name }) }));
  files += 1;
  const file = join(folder, `contract-${files}.pdf`);
  writeFileSync(file, pdf);
  return { file, pdf, pages };
}

/** Clearly darker than paper: thin strokes are grey at this size. */
const isInk = (red: number, green: number, blue: number) => red + green + blue < 600;

/** Name and type of each font, and whether it is embedded, a subset, and tells its characters. */
function fontsOf(file: string): { name: string; complete: boolean }[] {
  const rows = runTool('pdffonts', [file]).stdout.toString('utf8').trim().split('\n').slice(2);
  return rows.map((row) => ({
    name: row.split(' ')[0] ?? '',
    complete: /CID TrueType +Identity-H +yes yes yes/.test(row),
  }));
}

describe('a name with characters that the contract’s font lacks', () => {
  test.each([
    ['Extension B', '𠮷田', ['FILDAA+BabelStoneHan']],
    ['Extension G', '张𰻝', ['FILDAA+BabelStoneHan']],
    ['Extension H', '李𱍐𱍐', ['FILDAA+BabelStoneHan']],
    ['of several fonts', '王𠀣𠧜𰻝', ['FILDAA+HanaMinB', 'FILDAB+HanaMinB', 'FILDAC+BabelStoneHan']],
  ])('is printed: %s', async (_block, name, rareFonts) => {
    const { file, pdf, pages } = await contractFor(name);
    expect(runTool('qpdf', ['--check', file])).toMatchObject({ status: 0 });
    // In the table and under the signature; more fonts than these there are none.
    expect(plainText(file).split(name)).toHaveLength(3);
    const fonts = fontsOf(file);
    expect(fonts.filter((font) => !font.complete)).toEqual([]);
    expect(fonts.map((font) => font.name).filter((font) => !font.includes('NotoSerifSC'))).toEqual(rareFonts);
    for (const page of [1, pages]) {
      const word = wordsOfPage(file, page).find((candidate) => candidate.text.startsWith(name))!;
      const characters = Array.from(word.text);
      const width = (word.right - word.left) / characters.length;
      Array.from(name).forEach((_, index) => {
        const region = { ...word, left: word.left + index * width, right: word.left + (index + 1) * width };
        expect(renderPage(file, page).countPixels(region, isInk)).toBeGreaterThan(40);
      });
    }
    expect(runTool('pdfsig', [file]).text).toContain('Signature is Valid.');
    expect(verifyContractPdf(pdf, { anchors: [chainPem] }, sampleSealedAt).doubts).toEqual([]);
  });

  test('costs nothing where there is none', async () => {
    const { file } = await contractFor('张伟');
    // What the text has, in two weights, and the one character that it lacks.
    expect(fontsOf(file).map(({ name }) => name.slice(0, 6))).toEqual(['STATIC', 'STATIC', 'FILLED']);
  });

  test('gives the same bytes for the same input', async () => {
    const [one, other] = [await contractFor('𠮷𰻝𠀣'), await contractFor('𠮷𰻝𠀣')];
    expect(one.pdf.equals(other.pdf)).toBe(true);
  });

  test('is told from one that no font has', () => {
    expect(renderer.missingGlyphs('𠮷𰻝㛃\u{2ebf0}\ue000😀')).toEqual(['\u{2ebf0}', '\ue000', '😀']);
  });
});

describe('a name with a character that no font has', () => {
  const name = '张\u{2ebf0}伟';
  const words = sampleWords({ 签署人姓名: name });

  test('is printed as a picture of it, which reads as the name', async () => {
    const { pdf, pages } = await renderer.render(sampleInput({ words, nameInk: sampleInk() }));
    const file = join(folder, 'picture.pdf');
    writeFileSync(file, pdf);
    expect(runTool('qpdf', ['--check', file])).toMatchObject({ status: 0 });
    expect(plainText(file).split(name)).toHaveLength(3);
    expect(runTool('pdffonts', [file]).text).toMatch(/Type 3 +Custom +yes no +yes/);
    for (const page of [1, pages]) {
      const word = wordsOfPage(file, page).find((candidate) => candidate.text.startsWith(name))!;
      const ink = renderPage(file, page).countPixels(word, isInk);
      // The thin stroke of the sample: three characters in type have several times as much.
      expect(ink).toBeGreaterThan(40);
      expect(ink).toBeLessThan(200);
    }
    expect(verifyContractPdf(pdf, { anchors: [chainPem] }, sampleSealedAt).doubts).toEqual([]);
  });

  test.each([
    ['without a picture', undefined, 'missing_glyph'],
    ['with an empty one', { ...sampleInk(), inkPixels: 0 }, 'ink_empty'],
    ['with a damaged one', { ...sampleInk(), height: 121 }, 'ink_unreadable'],
  ])('is refused %s', async (_how, nameInk, code) => {
    await expect(renderer.render(sampleInput({ words, nameInk }))).rejects.toMatchObject({ code });
  });

  test('leaves the other values to be printed by the fonts', async () => {
    const unprintable = sampleWords({ 签署人姓名: name, 单位名称: '\u{2ebf0}公司' });
    const refused = renderer.render(sampleInput({ words: unprintable, nameInk: sampleInk() }));
    await expect(refused).rejects.toMatchObject({ code: 'missing_glyph', characters: ['\u{2ebf0}'] });
  });

  test.each([
    ['that the fonts have, for it may only come near', '张伟'],
    ['too long for its place', '\u{2ebf0}'.repeat(30)],
  ])('stands in for a name %s', async (_which, signerName) => {
    const its = sampleWords({ 签署人姓名: signerName });
    const { pdf, pages } = await renderer.render(sampleInput({ words: its, nameInk: sampleInk() }));
    const file = join(folder, 'picture.pdf');
    writeFileSync(file, pdf);
    expect(runTool('qpdf', ['--check', file])).toMatchObject({ status: 0 });
    expect(plainText(file).split(signerName)).toHaveLength(3);
    for (const page of [1, pages]) {
      const word = wordsOfPage(file, page).find((candidate) => candidate.text.startsWith(signerName))!;
      expect(word.right).toBeLessThan(540);
      expect(renderPage(file, page).countPixels(word, isInk)).toBeGreaterThan(20);
    }
  });

  test('is written where its characters are a part of another value', async () => {
    const its = sampleWords({ 签署人姓名: '张伟', 单位名称: '张伟商店' });
    const { pdf } = await renderer.render(sampleInput({ words: its, nameInk: sampleInk() }));
    const file = join(folder, 'picture.pdf');
    writeFileSync(file, pdf);
    const [plain, withPicture] = [sampleInput({ words: its }), sampleInput({ words: its, nameInk: sampleInk() })];
    expect(plainText(file)).toContain('张伟商店');
    const unitOf = async (input: ReturnType<typeof sampleInput>) => {
      writeFileSync(file, (await renderer.render(input)).pdf);
      const word = wordsOfPage(file, 1).find(({ text }) => text.includes('张伟商店'))!;
      return renderPage(file, 1).countPixels(word, isInk);
    };
    expect(await unitOf(withPicture)).toBe(await unitOf(plain));
  });
});

test('the authority’s own name is printed too, and drawn in its seal', async () => {
  const authority = { ...sampleAuthority, name: '𠮷𰻝认证有限公司' };
  const its = await createContractRenderer({ template: buildContractTemplate(authority), signing });
  const { file, pages } = await contractFor('张伟', its);
  // In the table, above and under the text, in it, and on each page.
  expect(plainText(file).split(authority.name).length).toBeGreaterThan(pages + 2);
  const plain = await contractFor(
    '张伟',
    await createContractRenderer({
      template: buildContractTemplate({ ...authority, name: '　　认证有限公司' }),
      signing,
    }),
  );
  const everywhere = { left: 0, right: 500, top: 0, bottom: 842 };
  const [blank, drawn] = [plain.file, file].map((path) => renderPage(path, pages).countPixels(everywhere, isRed));
  expect(drawn! - blank!).toBeGreaterThan(100);
});
