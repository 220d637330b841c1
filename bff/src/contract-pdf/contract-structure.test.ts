import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from 'pdf-lib';
import { createContentWriter } from './content-writer';
import { contractFonts } from './contract-fonts';
import { buildContractTemplate, type ContractRenderer, createContractRenderer } from './index';
import { createPageFont } from './page-font';
import { structureElement } from './structure';
import { isRed, plainText, renderPage } from './testing/rendered-page';
import { runTool } from './testing/run-tool';
import {
  createSampleAuthorityKeys,
  sampleAuthority,
  sampleInput,
  sampleWords,
  signingKeyOf,
} from './testing/sample-contract';

// Making RSA keys takes seconds on a busy machine.

const folder = mkdtempSync(join(tmpdir(), 'structure-'));
const file = join(folder, 'contract.pdf');
const checkUrl = 'https://ca.example.com/check?n=HT-GOV-20261122-000123&c=ABCD2345EFGH';
let signing: ReturnType<typeof signingKeyOf>;
let renderer: ContractRenderer;
let document: PDFDocument;

beforeAll(async () => {
  signing = signingKeyOf(await createSampleAuthorityKeys());
  renderer = await createContractRenderer({ template: buildContractTemplate(sampleAuthority), signing });
  const { pdf } = await renderer.render(sampleInput({ checkUrl }));
  writeFileSync(file, pdf);
  document = await PDFDocument.load(pdf, { updateMetadata: false });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a stream holds. */
function streamOf(object: PDFObject | undefined): Buffer {
  const found = object instanceof PDFRef ? document.context.lookup(object) : object;
  if (!(found instanceof PDFRawStream)) throw new Error('not a stream');
  return Buffer.from(decodePDFRawStream(found).decode());
}

const entry = (dictionary: PDFDict, name: string) => dictionary.lookup(PDFName.of(name));

/** Type and kids of each element, from the root down, in reading order. */
function outlineOf(element: PDFDict): string[] {
  const type = String(entry(element, 'S'));
  const kids = entry(element, 'K');
  const below = kids instanceof PDFArray ? kids.asArray().map((kid) => document.context.lookup(kid)) : [];
  return [type, ...below.flatMap((kid) => (kid instanceof PDFDict && kid.has(PDFName.of('S')) ? outlineOf(kid) : []))];
}

describe('the structure of a contract', () => {
  test('says what each part is, in the order of reading', () => {
    const root = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
    const outline = outlineOf(root.lookup(PDFName.of('K'), PDFDict));
    const { articles, keyPoints } = renderer.template;
    const headings = outline.filter((type) => type === '/H2');
    // Key points, special terms, each article, both signatures.
    expect(headings).toHaveLength(2 + articles.length + 2);
    expect(outline.slice(0, 3)).toEqual(['/Document', '/H1', '/P']);
    expect(outline.filter((type) => type === '/TR')).toHaveLength(10);
    expect(outline.filter((type) => type === '/LI')).toHaveLength(1 + keyPoints.length + 1);
    expect(outline.filter((type) => type === '/Figure' || type === '/Form')).toEqual(['/Form', '/Figure']);
    expect(outline.at(-1)).toBe('/P');
  });

  test('owns every marked content of every page, and the seal', () => {
    const root = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
    const numbers = root.lookup(PDFName.of('ParentTree'), PDFDict).lookup(PDFName.of('Nums'), PDFArray);
    document.getPages().forEach((page, index) => {
      const contents = page.node.lookup(PDFName.of('Contents'), PDFArray).asArray();
      const marks = contents.flatMap((ref) => marksIn(streamOf(ref).toString('latin1')));
      expect(marks).toEqual(Array.from(marks, (_, mark) => mark));
      const owners = numbers.lookup(2 * index + 1, PDFArray);
      expect(owners.size()).toBe(marks.length);
      expect(owners.asArray().every((owner) => document.context.lookup(owner) instanceof PDFDict)).toBe(true);
      expect(page.node.lookup(PDFName.of('StructParents'), PDFNumber).asNumber()).toBe(index);
    });
    expect(numbers.get(numbers.size() - 1)).toBeInstanceOf(PDFRef);
  });

  test('is read as it is seen by a program that takes the file’s own order', () => {
    const text = runTool('pdftotext', ['-raw', file, '-']).stdout.toString('utf8').replace(/\s/g, '');
    const inOrder = [sampleAuthority.name, renderer.template.title, '合同要点', '甲方', '乙方', '特别约定', '第1页'];
    const places = inOrder.map((words) => text.indexOf(words));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    const last = ['（以下无正文）', '甲方（签章）', '签章日期', '乙方（签名）', '签署时间', '签署身份', '扫描页脚'];
    const ends = last.map((words) => text.lastIndexOf(words));
    expect(ends).toEqual([...ends].sort((one, other) => one - other));
  });

  test('leads to each article by a bookmark', () => {
    const outlines = document.catalog.lookup(PDFName.of('Outlines'), PDFDict);
    expect(Number(String(entry(outlines, 'Count')))).toBe(renderer.template.articles.length + 2);
  });

  test('claims PDF/A-3a and PDF/UA-1 in its metadata, with the same title as its information', () => {
    const packet = streamOf(document.catalog.get(PDFName.of('Metadata'))).toString('utf8');
    expect(packet).toContain('<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
    expect(packet).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(packet).toContain(`${document.getTitle()}</rdf:li>`);
  });
});

/** Numbers of the marks in the order of a page's content. */
const marksIn = (content: string): number[] =>
  Array.from(content.matchAll(/\/MCID (\d+)/g), ([, mark]) => Number(mark));

describe('what is drawn', () => {
  const style = { size: 10, colour: '0 0 0' } as const;

  test('is an error where text belongs to nothing, and where marks are within marks', () => {
    const font = createPageFont(contractFonts().regular, { key: 'R', tag: 'SAMPLE' });
    const writer = createContentWriter({ page: 0, nextMark: 0 });
    expect(() => writer.text('甲', 0, 0, { ...style, font })).toThrow('content of no element');
    const paragraph = structureElement('P', null);
    expect(() => writer.marked(paragraph, () => writer.marked(paragraph, () => undefined))).toThrow('within marked');
  });
});

describe('the pages', () => {
  test('say the number once on the first page, and on each other one', () => {
    const { contractNumber } = sampleInput();
    const onPage = (page: number) =>
      runTool('pdftotext', ['-f', String(page), '-l', String(page), file, '-']).text.split(contractNumber).length - 1;
    expect(document.getPages().map((_, index) => onPage(index + 1))).toEqual(document.getPages().map(() => 1));
  });

  test('say that no text follows, once', () => {
    expect(plainText(file).split('（以下无正文）')).toHaveLength(2);
  });

  test('keep the header out of the number’s way, however long the authority’s name is', async () => {
    const name = `${'示例电子认证服务'.repeat(7)}有限公司`;
    const template = buildContractTemplate({ ...sampleAuthority, name });
    const its = await createContractRenderer({ template, signing });
    writeFileSync(join(folder, 'long.pdf'), (await its.render(sampleInput())).pdf);
    const words = runTool('pdftotext', ['-f', '2', '-l', '2', '-bbox', join(folder, 'long.pdf'), '-']).text;
    const boxes = Array.from(
      words.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g),
      ([, left, top, right, bottom, text]) => ({ left, top, right, bottom, text }),
    ).filter(({ top }) => Number(top) < 60);
    const number = boxes.find(({ text }) => text?.includes('合同编号'));
    const others = boxes.filter(({ text }) => text?.includes('示例'));
    expect(others.length).toBeGreaterThan(0);
    for (const { right } of others) expect(Number(right)).toBeLessThan(Number(number?.left));
  });

  test('lead to the check by a QR code on each, where there is one', async () => {
    const corner = { left: 465, right: 540, top: 760, bottom: 842 };
    const plain = join(folder, 'plain.pdf');
    writeFileSync(plain, (await renderer.render(sampleInput())).pdf);
    document.getPages().forEach((_, index) => {
      expect(renderPage(file, index + 1).qrText(corner)).toBe(checkUrl);
      expect(renderPage(plain, index + 1).qrText(corner)).toBeNull();
    });
    expect(plainText(file).split('扫码验真')).toHaveLength(document.getPageCount() + 1);
    expect(plainText(plain)).not.toContain('扫');
  });

  test('leave the edge white that printers leave white', () => {
    const edge = { left: 582, right: 595, top: 0, bottom: 841 };
    expect(renderPage(file, 1).countPixels(edge, isRed)).toBe(0);
  });

  test('use the articles’ characters and bring only what they lack', async () => {
    const { pdf } = await renderer.render(sampleInput({ words: sampleWords({ 签署人姓名: '燚' }) }));
    writeFileSync(join(folder, 'one.pdf'), pdf);
    const fonts = runTool('pdffonts', [join(folder, 'one.pdf')]).text;
    expect(fonts).toContain('FILLED+NotoSerifSC');
    expect(plainText(join(folder, 'one.pdf')).split('燚')).toHaveLength(3);
  });
});

test('a trial’s seal says so on every piece of it', async () => {
  const template = buildContractTemplate({ ...sampleAuthority, trial: true });
  const trial = await createContractRenderer({ template, signing });
  const made = await trial.render(sampleInput());
  const path = join(folder, 'trial.pdf');
  writeFileSync(path, made.pdf);
  const rect = /\/Rect \[ ([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) \]/.exec(made.pdf.toString('latin1'));
  const [left = 0, bottom = 0] = (rect ?? []).slice(1).map(Number);
  const [trialPage, plainPage] = [path, file].map((pdf) => renderPage(pdf, made.pages));
  // Within the ring, beside the star: white on a real seal.
  for (const [x, y] of [
    [34, 60],
    [72, 60],
    [52, 84],
  ] as const) {
    const crop = {
      left: left + x,
      right: left + x + 14,
      top: 841.89 - bottom - y - 8,
      bottom: 841.89 - bottom - y + 8,
    };
    const [marked, plain] = [trialPage, plainPage].map((page) => page?.countPixels(crop, isRed) ?? 0);
    expect(marked).toBeGreaterThan((plain ?? 0) + 20);
  }
});
