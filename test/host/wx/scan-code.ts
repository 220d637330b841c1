import type { Bag } from '../bag';
import type { ScanAnswer, ScannedCode } from '../phone/phone';
import { NotInHost } from '../refusal';
import { requireList, WxFailure } from './wx-failure';

/** Which codes each `scanType` finds, as documented. */
const FINDS: Readonly<Record<string, readonly ScannedCode['scanType'][]>> = {
  barCode: ['CODE_128', 'CODE_39', 'EAN_13', 'ITF'],
  qrCode: ['QR_CODE'],
  wxCode: ['WX_CODE'],
  datamatrix: ['DATA_MATRIX'],
  pdf417: ['PDF_417'],
};
const BY_DEFAULT = ['barCode', 'qrCode', 'wxCode'];

/**
 * wx.scanCode in front of what the person holds there. A code of a kind that was not asked for is never found, so that the
 * person gives up.
 * @throws WxFailure when nothing was scanned
 */
export function scanWith(scan: ScanAnswer, options: Bag): Bag {
  const { onlyFromCamera } = options;
  if (onlyFromCamera !== undefined && typeof onlyFromCamera !== 'boolean') {
    throw new NotInHost('wx.scanCode', 'onlyFromCamera is a boolean');
  }
  const wanted = options.scanType === undefined ? BY_DEFAULT : requireList(options, 'scanType').map(String);
  const found = wanted.flatMap((kind) => {
    const kinds = FINDS[kind];
    if (!kinds) throw new NotInHost('wx.scanCode', `no scanType ${kind}`);
    return kinds;
  });
  if (scan.answer === 'fails') throw new WxFailure('');
  if (scan.answer === 'cancels' || !found.includes(scan.scanType)) throw new WxFailure('cancel');
  const rawData = Buffer.from(scan.text, 'utf8').toString('base64');
  // `path` is there for codes of this very mini-program only.
  return { result: scan.text, scanType: scan.scanType, charSet: 'UTF-8', rawData };
}
