import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildContractTemplate, type ContractDocument, type ContractRenderer, createContractRenderer } from './index';
import { isDark, isRed, laidOutText, plainText, renderPage, type Word, wordsOfPage } from './testing/rendered-page';
import { runTool } from './testing/run-tool';
import {
  createSampleAuthorityKeys,
  sampleAuthority,
  sampleInk,
  sampleInput,
  sampleRows,
  sampleWords,
  signingKeyOf,
} from './testing/sample-contract';

// Making RSA keys takes seconds on a busy machine.

const folder = mkdtempSync(join(tmpdir(), 'contract-'));
const file = join(folder, 'contract.pdf');
const pageHeight = 841.89;
/** Of Extension I, which no font here has. */
const unprintable = '\u{2ebf0}';
let renderer: ContractRenderer;
let trialRenderer: ContractRenderer;
let document: ContractDocument;

beforeAll(async () => {
  const signing = signingKeyOf(await createSampleAuthorityKeys());
  renderer = await createContractRenderer({ template: buildContractTemplate(sampleAuthority), signing });
  trialRenderer = await createContractRenderer({
    template: buildContractTemplate({ ...sampleAuthority, trial: true }),
    signing,
  });
  document = await renderer.render(sampleInput());
  writeFileSync(file, document.pdf);
});

afterAll(() => rmSync(folder, { recursive: true }));

function saved(name: string, pdf: Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, pdf);
  return path;
}

/** The Chinese characters of a word, which all have the same width; marks and Latin runs are left out. */
function charactersOfWord(word: Word): Word[] {
  const characters = Array.from(word.text);
  if (!/^[^\x20-\x7e]+$/.test(word.text)) return [];
  const width = (word.right - word.left) / characters.length;
  return characters
    .map((text, index) => {
      // Only its middle, so that a neighbour's ink does not count where squeezed marks shift the grid a little.
      const left = word.left + index * width;
      return { ...word, text, left: left + width * 0.3, right: left + width * 0.7 };
    })
    .filter(({ text }) => /\p{Script=Han}/u.test(text));
}

describe('a contract as other programs read it', () => {
  test('is a sound PDF', () => {
    const { status, text } = runTool('qpdf', ['--check', file]);
    expect(text).toContain('No syntax or stream encoding errors found');
    expect(status).toBe(0);
  });

  test('holds every value and every sentence as text', () => {
    const text = plainText(file);
    const { contractNumber, words, detailsSha256 } = sampleInput();
    const values = words.groups.flatMap(({ name, rows }) => [name, ...rows.flatMap((row) => [row.label, row.value])]);
    const said = [contractNumber, ...values, words.keyPoint, ...words.specialTerms, words.signerCapacity];
    for (const value of said) expect(text).toContain(value.replace(/\s/g, ''));
    expect(text).toContain(`正文摘要（SHA-256）${renderer.template.sha256}`);
    expect(text).toContain(`约定事项摘要（SHA-256）${detailsSha256}`);
    expect(text).toContain(`咨询电话${sampleAuthority.phone}`);
    expect(text.split(renderer.template.importantNotice!)).toHaveLength(4);
    for (const { heading, paragraphs } of renderer.template.articles) {
      expect(text).toContain(heading);
      for (const paragraph of paragraphs) {
        // A page may end within a paragraph: both its ends have to be there.
        const plain = paragraph.replace(/\s/g, '');
        expect(text).toContain(plain.slice(0, 20));
        expect(text).toContain(plain.slice(-20));
      }
    }
    for (const point of renderer.template.keyPoints) expect(text).toContain(point);
  });

  test('numbers its pages and repeats the contract number on each', () => {
    for (let page = 1; page <= document.pages; page += 1) {
      const text = wordsOfPage(file, page)
        .map((word) => word.text)
        .join('');
      expect(text).toContain(`第${page}页共${document.pages}页`);
      expect(text).toContain(sampleInput().contractNumber);
    }
  });

  test('says the date of China, which is tomorrow in the evening of UTC', () => {
    expect(laidOutText(file)).toContain('签章日期2026年11月24日签署时间2026年11月23日01:30:05');
  });

  test('paints every character: no glyph was lost in a font subset', () => {
    // Grey labels are lighter than the text, so anything clearly darker than paper counts.
    const isInk = (red: number, green: number, blue: number) => red + green + blue < 600;
    for (let page = 1; page <= document.pages; page += 1) {
      const painted = renderPage(file, page);
      const characters = wordsOfPage(file, page).flatMap(charactersOfWord);
      expect(characters.length).toBeGreaterThan(200);
      const pale = characters.filter((character) => painted.countPixels(character, isInk) < 4);
      expect(pale.map((character) => character.text)).toEqual([]);
    }
  });

  test('paints name and ID number of the party table in ink', () => {
    const painted = renderPage(file, 1);
    for (const value of ['张伟', '11010519491231002X']) {
      const word = wordsOfPage(file, 1).find((candidate) => candidate.text === value);
      expect(word).toBeDefined();
      expect(painted.countPixels(word!, isDark)).toBeGreaterThan(60);
    }
  });

  test('paints the seal red where the signature field is', () => {
    const rect = /\/Rect \[ ([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) \]/.exec(document.pdf.toString('latin1'));
    const [left = 0, bottom = 0, right = 0, top = 0] = rect!.slice(1).map(Number);
    const region = { left, right, top: pageHeight - top, bottom: pageHeight - bottom };
    expect(renderPage(file, document.pages).countPixels(region, isRed)).toBeGreaterThan(6000);
  });

  test('paints a slice of the seal on the right edge of every page', () => {
    const edge = { left: 595.28 - 119 / document.pages, right: 595.28, top: 300, bottom: 540 };
    for (let page = 1; page <= document.pages; page += 1) {
      expect(renderPage(file, page).countPixels(edge, isRed)).toBeGreaterThan(800);
    }
  });

  test('paints the handwriting under the applicant’s heading, and only there', async () => {
    const words = wordsOfPage(file, document.pages);
    const heading = words.find((word) => word.text.startsWith('乙方（签名'));
    expect(heading).toBeDefined();
    const box = { left: heading!.left, right: 525, top: heading!.bottom + 2, bottom: heading!.bottom + 66 };
    const dark = renderPage(file, document.pages).countPixels(box, isDark);
    // The sample stroke covers a tenth of its box of 300 × 120, drawn 155 × 62 points large at 144 dpi.
    const expected = (sampleInk().inkPixels / (300 * 120)) * 155 * 62 * 4;
    expect(dark).toBeGreaterThan(expected * 0.85);
    expect(dark).toBeLessThan(expected * 1.15);
  });
});

describe('the trial watermark', () => {
  test('is seen on every page and does not disturb the text', async () => {
    const trial = await trialRenderer.render(sampleInput());
    const trialFile = saved('trial.pdf', trial.pdf);
    const grey = (r: number, g: number, b: number) => r > 225 && r < 242 && g > 228 && g < 245 && b < 248;
    const middle = { left: 80, right: 515, top: 80, bottom: 760 };
    for (let page = 1; page <= trial.pages; page += 1) {
      const [marked, unmarked] = [trialFile, file].map((pdf) => renderPage(pdf, page).countPixels(middle, grey));
      expect(marked! - unmarked!).toBeGreaterThan(20_000);
    }
    const text = plainText(trialFile);
    expect(text.split('测试样本·不具有法律效力')).toHaveLength(trial.pages + 1);
    expect(text).toContain(renderer.template.articles[0]!.paragraphs[0]!);
    expect(plainText(file)).not.toContain('测试样本');
  });
});

describe('rendering', () => {
  test('gives the same bytes for the same input, and their hash', async () => {
    const again = await renderer.render(sampleInput());
    expect(again.pdf.equals(document.pdf)).toBe(true);
    expect(again.sha256).toBe(createHash('sha256').update(again.pdf).digest('hex'));
  });

  test('keeps contracts made at the same time apart', async () => {
    const names = ['王芳', '李娜', '刘洋', '陈静'];
    const made = await Promise.all(
      names.map((name) => renderer.render(sampleInput({ words: sampleWords({ 签署人姓名: name }) }))),
    );
    made.forEach(({ pdf }, index) => {
      const text = plainText(saved(`many-${index}.pdf`, pdf));
      expect(names.filter((name) => text.includes(name))).toEqual([names[index]]);
    });
  });

  test('gives long values the room they need, and goes on on the next page', async () => {
    const unitName = `示例${'自治区'.repeat(30)}有限责任公司`;
    const address = `示例省${'示例大道一千二百三十四号'.repeat(9)}`;
    const latin = 'Maximiliana Konstantina Wolfeschlegelsteinhausenbergerdorff';
    const values = { 单位名称: unitName, 联系地址: address, 签署人姓名: latin };
    const specialTerms = Array.from({ length: 30 }, (_, index) => `第${index}项${'特别的约定'.repeat(9)}。`);
    const long = await renderer.render(sampleInput({ words: { ...sampleWords(values), specialTerms } }));
    const path = saved('long.pdf', long.pdf);
    const text = plainText(path);
    for (const value of [unitName, address, latin.replace(/ /g, ''), ...specialTerms]) expect(text).toContain(value);
    expect(text.split(unitName)).toHaveLength(3);
    expect(long.pages).toBe(document.pages + 2);
    expect(text).toContain(`第${long.pages}页共${long.pages}页`);
    // No value is printed smaller than the others.
    const heights = wordsOfPage(path, 1)
      .filter(({ text: word }) => unitName.includes(word) && word.length > 10)
      .map(({ top, bottom }) => Math.round(bottom - top));
    const [usual] = wordsOfPage(file, 1).filter(({ text: word }) => word === sampleRows.乙方.单位名称);
    expect(new Set(heights)).toEqual(new Set([Math.round(usual!.bottom - usual!.top)]));
  });

  test('prints no heading of special terms where there are none', async () => {
    const { pdf } = await renderer.render(sampleInput({ words: { ...sampleWords(), specialTerms: [] } }));
    expect(plainText(file)).toContain('特别约定1.证书到期前');
    expect(plainText(saved('plain.pdf', pdf)).split('特别约定')).toHaveLength(2);
  });

  test('prints rare characters of personal names', async () => {
    const name = '㛃𬭎䶮𫍣';
    expect(renderer.missingGlyphs(name)).toEqual([]);
    const { pdf } = await renderer.render(sampleInput({ words: sampleWords({ 签署人姓名: name }) }));
    const rare = saved('rare.pdf', pdf);
    const word = wordsOfPage(rare, 1).find((candidate) => candidate.text === name);
    expect(word).toBeDefined();
    expect(renderPage(rare, 1).countPixels(word!, isDark)).toBeGreaterThan(250);
  });

  test('names the characters it cannot print', () => {
    expect(renderer.missingGlyphs(`张${unprintable}伟${unprintable}😀`)).toEqual([unprintable, '😀']);
    expect(renderer.missingGlyphs('张\n伟\u200b\u0301')).toEqual(['\n', '\u200b', '\u0301']);
  });

  test.each([
    ['name', { words: sampleWords({ 签署人姓名: `${unprintable}田` }) }],
    ['special term', { words: { ...sampleWords(), specialTerms: [`${unprintable}项目`] } }],
    ['contract number', { contractNumber: `HT-${unprintable}` }],
  ])('refuses a %s it cannot print instead of printing a box', async (_field, changes) => {
    const refused = { code: 'missing_glyph', characters: [unprintable] };
    await expect(renderer.render(sampleInput(changes))).rejects.toMatchObject(refused);
  });

  test('refuses an authority it cannot print when it starts', async () => {
    const signing = signingKeyOf(await createSampleAuthorityKeys());
    const authority = { ...sampleAuthority, name: `${unprintable}认证有限公司` };
    await expect(createContractRenderer({ template: buildContractTemplate(authority), signing })).rejects.toMatchObject(
      { code: 'missing_glyph' },
    );
  });

  test('refuses a stored signature that is empty or damaged', async () => {
    const empty = { ...sampleInk(), inkPixels: 0 };
    await expect(renderer.render(sampleInput({ ink: empty }))).rejects.toMatchObject({ code: 'ink_empty' });
    const damaged = { ...sampleInk(), deflatedAlpha: sampleInk().deflatedAlpha.subarray(3) };
    await expect(renderer.render(sampleInput({ ink: damaged }))).rejects.toMatchObject({ code: 'ink_unreadable' });
    const short = { ...sampleInk(), height: 121 };
    await expect(renderer.render(sampleInput({ ink: short }))).rejects.toMatchObject({ code: 'ink_unreadable' });
  });
});
