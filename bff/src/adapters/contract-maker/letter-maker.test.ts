import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDark, plainText, renderPage } from '../../contract-pdf/testing/rendered-page';
import { runTool } from '../../contract-pdf/testing/run-tool';
import { sampleAuthority } from '../../contract-pdf/testing/sample-contract';
import type { AuthorityLetter, PickUpVoucher } from '../../ports/contract-maker';
import { createLetterMaker, createVoucherMaker } from './letter-maker';

const folder = mkdtempSync(join(tmpdir(), 'letter-'));
afterAll(() => rmSync(folder, { recursive: true }));
function saved(pdf: Buffer): string {
  const path = join(folder, 'letter.pdf');
  writeFileSync(path, pdf);
  return path;
}

const make = createLetterMaker(sampleAuthority);
const letter: AuthorityLetter = {
  unitName: '示例市蓝天办公用品有限公司',
  unifiedSocialCreditCode: '91350100M000100Y43',
  legalRepresentative: '王芳',
  agent: { name: '张伟', documentType: 'resident-id-card', idNumber: '11010519491231002X', phone: '13800138000' },
  projectName: '示例省政府采购云平台',
  orderNumber: 'GOV-20261122-000123',
  date: new Date('2026-11-28T02:00:00Z'),
};

describe('the letter of authority', () => {
  test('is one sound page with all that was filled in', async () => {
    const path = saved(await make(letter));
    expect(runTool('qpdf', ['--check', path])).toMatchObject({ status: 0 });
    expect(runTool('pdfinfo', [path]).text).toMatch(/Pages: +1\n(.*\n)*Page size: +595.28 x 841.89 pts \(A4\)/);
    const text = plainText(path);
    const { agent, date: _date, ...rest } = letter;
    for (const value of [...Object.values(rest), agent.name, agent.idNumber, agent.phone])
      expect(text).toContain(value);
    expect(text).toContain(`致：${sampleAuthority.name}`);
    expect(text).toContain('居民身份证11010519491231002X');
    for (const place of ['授权单位（加盖公章）', '法定代表人（负责人）签字', '签署日期']) expect(text).toContain(place);
    expect(text).not.toContain('例样');
  });

  test('has the QR code upright: eyes in three of its corners', async () => {
    const page = renderPage(saved(await make(letter)), 1);
    // 21 modules in 58 points for a number of this length; the inner square of an eye is three modules wide.
    const [left, top, side, module] = [466.28, 841.89 - 784, 58, 58 / 21];
    const darkAt = (x: number, y: number) => {
      const corner = { left: x + 2 * module, top: y + 2 * module };
      const square = { ...corner, right: corner.left + 3 * module, bottom: corner.top + 3 * module };
      return page.countPixels(square, isDark) / (6 * module) ** 2;
    };
    const far = side - 7 * module;
    const corners = [
      darkAt(left, top),
      darkAt(left + far, top),
      darkAt(left, top + far),
      darkAt(left + far, top + far),
    ];
    // Painters put the edges of a small picture on whole pixels.
    expect(corners.map((share) => share > 0.8)).toEqual([true, true, true, false]);
  });

  test('is the same for the same facts', async () => {
    expect((await make(letter)).equals(await make(letter))).toBe(true);
  });

  test('of the longest values is still one page', async () => {
    const agent = { ...letter.agent, name: 'Maximiliana Konstantina Wolfeschlegelsteinhausenbergerdorff' };
    const unitName = '高新技术产业开发区一'.repeat(10);
    const projectName = '示例省公共资源交易平台'.repeat(9);
    const path = saved(await make({ ...letter, unitName, projectName, agent }));
    expect(runTool('pdfinfo', [path]).text).toMatch(/Pages: +1\n/);
    for (const value of [unitName, projectName]) expect(plainText(path)).toContain(value);
  });

  test('has an example that cannot be taken for one', async () => {
    const text = plainText(saved(await make(null)));
    expect(text).toContain('例样·仅供参考');
    expect(text).toContain('示例市示例办公用品有限公司');
  });

  test('is not made with a character that no font has', async () => {
    await expect(make({ ...letter, unitName: '示例\ue000公司' })).rejects.toMatchObject({
      failure: 'rejected',
      vendorCode: 'missing_glyph',
    });
  });
});

describe('the voucher of what is fetched', () => {
  const voucher: PickUpVoucher = {
    code: '7K3M9Q2XAB4C',
    orderNumber: 'GOV-20261122-000123',
    projectName: '示例省政府采购云平台',
    unitName: '示例市蓝天办公用品有限公司',
    documentName: '居民身份证',
    documentNumberMasked: '1101**********002X',
    place: '示例市示例路 1 号政务服务大厅 3 楼 A12 窗口',
    hours: '工作日 9:00–12:00，13:00–17:00',
    phone: '400-000-0000',
    readyAt: new Date('2026-11-28T02:00:00Z'),
  };
  const makeVoucher = createVoucherMaker(sampleAuthority);

  test('is one sound page with what the desk and the applicant need, the same every time', async () => {
    const pdf = await makeVoucher(voucher);
    const path = saved(pdf);
    expect(runTool('qpdf', ['--check', path])).toMatchObject({ status: 0 });
    expect(runTool('pdfinfo', [path]).text).toMatch(/Pages: +1\n(.*\n)*Page size: +595.28 x 841.89 pts \(A4\)/);
    const text = plainText(path);
    const { readyAt: _readyAt, code, ...rest } = voucher;
    for (const value of Object.values(rest)) expect(text).toContain(String(value).replaceAll(' ', ''));
    expect(text).toContain(code);
    expect(await makeVoucher(voucher)).toEqual(pdf);
  });

  test('leaves out the unit of a person’s own, and refuses what cannot be printed', async () => {
    expect(plainText(saved(await makeVoucher({ ...voucher, unitName: null })))).not.toContain('单位名称');
    await expect(makeVoucher({ ...voucher, unitName: '\u{e000}' })).rejects.toMatchObject({ failure: 'rejected' });
  });
});
