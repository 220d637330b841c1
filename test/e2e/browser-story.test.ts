import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDark, isRed, plainText, renderPage, wordsOfPage } from '../../bff/src/contract-pdf/testing/rendered-page';
import { runTool } from '../../bff/src/contract-pdf/testing/run-tool';
import { type BrowserStoryEnd, tellInBrowser } from '../../scripts/story/browser/tell-in-browser';
import { makePerson } from '../../scripts/story/people';
import { useH5 } from './h5-world';

jest.setTimeout(240_000);

describe('the main job in a browser', () => {
  const h5 = useH5();
  const person = makePerson(2);
  const folder = mkdtempSync(join(tmpdir(), 'browser-story-'));
  const path = (name: string): string => join(folder, name);
  let end: BrowserStoryEnd;

  beforeAll(async () => {
    const { standIns, staffPassword } = h5.system;
    end = await tellInBrowser(h5.browser, { origin: h5.origin, standIns, staffPassword, person });
    writeFileSync(path('contract.pdf'), end.contractPdf);
    writeFileSync(path('root.pem'), h5.system.trialAuthority.rootPem);
  });

  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('goes from sign-in to 已支付 without an error on any page', () => {
    expect(end.problems).toEqual([]);
    expect(end.orderNumber).toMatch(/^CGY-\d{6}-\d{4}$/);
    const [payment] = h5.system.standIns.wechatPay.payments();
    expect(payment).toMatchObject({ state: 'SUCCESS', total: 26_000 });
    expect(payment?.outTradeNo).toMatch(new RegExp(`^${end.orderNumber}-1-`));
  });

  it('leaves the refresh tokens where no script reads them', () => {
    for (const readable of [end.readable.applicant, end.readable.staff]) {
      expect(readable).toContain('accessToken');
      expect(readable).not.toMatch(/refresh/i);
    }
  });

  it('tells the applicant by SMS about the review and the money', () => {
    const templates = h5.system.standIns.tencentCloud.sms(person.phone).map((sms) => sms.templateId);
    expect(templates).toEqual(['demo-payment-received', 'demo-review-approved', 'demo-identity-used', 'demo-sms-code']);
  });

  it('yields a contract that pdfsig and qpdf accept, and our own verifier finds lasting', async () => {
    const { text } = runTool('pdfsig', [path('contract.pdf')]);
    expect(text).toContain('Signature is Valid.');
    // What poppler does not know is that data about its certificate may stand behind a signature.
    const { contractVerifier } = h5.system.container();
    expect(await contractVerifier.verify(readFileSync(path('contract.pdf')))).toMatchObject({
      verdict: 'genuine',
      revocation: 'good',
      revisions: ['revocation_data'],
    });
    expect(runTool('qpdf', ['--check', path('contract.pdf')]).status).toBe(0);
  });

  it('yields a signature that openssl verifies as CAdES up to the trial root', () => {
    const pdf = end.contractPdf;
    const range = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/.exec(pdf.toString('latin1'));
    const [start1 = 0, length1 = 0, start2 = 0, length2 = 0] = (range ?? []).slice(1).map(Number);
    const hex = pdf.toString('latin1', start1 + length1, start2).replace(/[<>]/g, '');
    const signed = [pdf.subarray(start1, start1 + length1), pdf.subarray(start2, start2 + length2)];
    writeFileSync(path('content.bin'), Buffer.concat(signed));
    writeFileSync(path('signature.der'), Buffer.from(hex, 'hex'));
    const files = ['-in', path('signature.der'), '-content', path('content.bin'), '-CAfile', path('root.pem')];
    const verify = ['cms', '-verify', '-cades', '-inform', 'DER', '-binary', '-out', path('out.bin'), ...files];
    expect(runTool('openssl', verify).text).toContain('CAdES Verification successful');
  });

  it('yields a contract with the name, the seal and the handwriting where they must be', () => {
    const file = path('contract.pdf');
    expect(plainText(file)).toContain(person.name);
    expect(plainText(file)).toContain(person.idNumber);
    const name = wordsOfPage(file, 1).find((word) => word.text.includes(person.name));
    expect(name && renderPage(file, 1).countPixels(name, isDark)).toBeGreaterThan(60);
    const pages = Number(/Pages:\s+(\d+)/.exec(runTool('pdfinfo', [file]).text)?.[1]);
    const last = renderPage(file, pages);
    const leftHalf = { left: 40, top: 0, right: 290, bottom: 840 };
    const rightHalf = { left: 300, top: 330, right: 540, bottom: 460 };
    expect(last.countPixels(leftHalf, isRed)).toBeGreaterThan(3000);
    expect(last.countPixels(rightHalf, isDark)).toBeGreaterThan(1000);
  });
});
