import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ContractSigningKey, createContractRenderer, fillTemplate, verifyContractPdf } from './index';
import { runTool } from './testing/run-tool';
import {
  createSampleAuthorityKeys,
  sampleAuthority,
  sampleInput,
  sampleWords,
  signingKeyOf,
} from './testing/sample-contract';

// Making RSA keys takes seconds on a busy machine.

const folder = mkdtempSync(join(tmpdir(), 'any-values-'));
afterAll(() => rmSync(folder, { recursive: true }));
let signing: ContractSigningKey;
let anchor: string;
beforeAll(async () => {
  const keys = await createSampleAuthorityKeys();
  signing = signingKeyOf(keys);
  anchor = keys.signerPem;
});

/** The same values in every run, each round others. */
function chance(seed: string) {
  let count = 0;
  const below = (most: number): number => {
    count += 1;
    return createHash('sha256').update(`${seed} ${count}`).digest().readUInt32BE() % most;
  };
  const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
  return { below, pick };
}

const PIECES = [
  () => '示例',
  () => '自治区',
  () => '（集团）',
  () => '有限责任公司',
  () => '“引号”',
  () => '、',
  () => '—',
  () => '·',
  () => 'ABC',
  () => 'https://ca.example.com/a/very/long/path',
  () => '12号',
  () => '3-401',
  () => ' ',
  () => '㛃',
  () => '𠮷',
  () => '𬭎',
  () => '《书名》',
  () => '100%',
  () => '，',
  () => '1,234.56',
] as const;
const CHARACTERS = Array.from(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装',
);

function textOf(seed: string, most: number): string {
  const { below, pick } = chance(seed);
  const length = 1 + below(most);
  let text = '';
  while (Array.from(text).length < length) text += below(3) === 0 ? pick(PIECES)() : pick(CHARACTERS);
  return Array.from(text).slice(0, most).join('').trim() || '示例';
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function wordsOf(path: string): Box[] {
  const said = runTool('pdftotext', ['-bbox', path, '-']).stdout.toString('utf8');
  const pattern = /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)"/g;
  return Array.from(said.matchAll(pattern), ([, left, top, right, bottom]) => ({
    left: Number(left),
    top: Number(top),
    right: Number(right),
    bottom: Number(bottom),
  }));
}
const plain = (text: string): string => text.replace(/\s/g, '');

describe('whatever a contract says', () => {
  test.each(Array.from({ length: 24 }, (_, round) => round))(
    'is printed whole, within its page, and genuine: round %i',
    async (round) => {
      const { below } = chance(`articles ${round}`);
      const template = fillTemplate(
        {
          id: 'property',
          version: `2027.${round}`,
          title: '数字证书电子服务合同',
          keyPoints: Array.from({ length: 1 + below(5) }, (_, index) => `要点${textOf(`key ${round} ${index}`, 60)}。`),
          articles: Array.from({ length: 1 + below(9) }, (_, article) => ({
            heading: textOf(`heading ${round} ${article}`, 16),
            ...(below(3) === 0 && { important: true as const }),
            paragraphs: Array.from({ length: 1 + below(6) }, (_, paragraph) => {
              return `${textOf(`paragraph ${round} ${article} ${paragraph}`, 400)}。`;
            }),
          })),
        },
        sampleAuthority,
      );
      const renderer = await createContractRenderer({ template, signing });
      const unitName = textOf(`unit ${round}`, 100);
      const address = textOf(`address ${round}`, 120);
      const specialTerms = Array.from({ length: below(6) }, (_, index) => textOf(`term ${round} ${index}`, 200));
      const words = { ...sampleWords({ 单位名称: unitName, 联系地址: address }), specialTerms };
      const input = sampleInput({
        words,
        checkUrl: `https://ca.example.com/check?n=HT-GOV-20261122-000123&c=${round}`,
      });
      const { pdf, pages } = await renderer.render(input);
      expect((await renderer.render(input)).pdf.equals(pdf)).toBe(true);
      const path = join(folder, 'any.pdf');
      writeFileSync(path, pdf);
      expect(runTool('qpdf', ['--check', path])).toMatchObject({ status: 0 });
      expect(runTool('pdfinfo', [path]).text).toMatch(new RegExp(`Pages: +${pages}\n`));
      // Between header and footer, so that what goes over a page is in one piece.
      const body = ['-x', '0', '-y', '64', '-W', '596', '-H', '712'];
      const text = plain(runTool('pdftotext', ['-raw', ...body, path, '-']).stdout.toString('utf8'));
      const said = [unitName, address, ...specialTerms, ...template.articles.flatMap(({ paragraphs }) => paragraphs)];
      for (const value of said.map(plain)) {
        expect(text).toContain(value);
      }
      const outside = wordsOf(path).filter(
        ({ left, right, top, bottom }) => left < 60 || right > 541 || top < 20 || bottom > 830,
      );
      expect(outside).toEqual([]);
      expect(verifyContractPdf(pdf, { anchors: [anchor] })).toMatchObject({
        verdict: 'genuine',
        contractNumber: input.contractNumber,
      });
    },
  );
});
