import { createCanvas, loadImage } from '@napi-rs/canvas';
import jsQR from 'jsqr';
import { qrSvg } from './qr-svg';

/** What a reader that nobody here wrote finds in the picture, drawn `side` pixels wide. */
async function readPicture(svg: string, side: number): Promise<{ text: string; version: number } | null> {
  const canvas = createCanvas(side, side);
  const context = canvas.getContext('2d');
  const sized = svg.replace('<svg ', `<svg width="${side}" height="${side}" `);
  context.drawImage(await loadImage(Buffer.from(sized)), 0, 0, side, side);
  const { data } = context.getImageData(0, 0, side, side);
  const found = jsQR(data, side, side, { inversionAttempts: 'dontInvert' });
  // `data` of the reader takes bytes for characters of its own choice; the bytes are what was written.
  return found && { text: Buffer.from(found.binaryData).toString('utf8'), version: found.version };
}

/** The most bytes of each version at level M (ISO/IEC 18004, table 7). */
const CAPACITIES = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412];
const paymentAddress = (length: number): string =>
  'weixin://wxpay/bizpayurl?pr='.padEnd(length, 'Q7z').slice(0, length);

describe('a QR code', () => {
  it.each(CAPACITIES.map((length, index) => [index + 1, length] as const))(
    'of version %i, full with %i bytes, is read by a reader',
    async (version, length) => {
      const text = paymentAddress(length);
      expect(await readPicture(qrSvg(text), 780)).toEqual({ text, version });
    },
  );

  it('is read at widths that are no whole number of modules', async () => {
    const text = 'otpauth://totp/desk:zhang?secret=JBSWY3DPEHPK3PXP&issuer=desk';
    for (const side of [203, 311, 400]) {
      expect(await readPicture(qrSvg(text), side)).toMatchObject({ text });
    }
  });

  it('carries Chinese as UTF-8', async () => {
    expect(await readPicture(qrSvg('办理申请'), 400)).toMatchObject({ text: '办理申请' });
  });

  it('refuses what a camera could not read off a screen', () => {
    expect(() => qrSvg('x'.repeat(413))).toThrow(RangeError);
  });

  it('stands in a quiet zone of four modules', () => {
    const svg = qrSvg('a');
    expect(svg).toContain('viewBox="0 0 29 29"');
    const places = [...svg.matchAll(/M(\d+) (\d+)h1/g)].flatMap(([, column, row]) => [Number(column), Number(row)]);
    expect([Math.min(...places), Math.max(...places)]).toEqual([4, 24]);
  });
});
