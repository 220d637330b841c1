import { breakLines } from './break-lines';
import { type ContractFonts, contractFonts } from './contract-fonts';
import { bodySize, ink, marginSide, measure, pageWidth, sealRed, secondary, textTop } from './page-design';
import { createPageFlow, type PageFlow, type Placed } from './page-flow';
import { trialMark, trialWarning } from './page-furniture';
import { layOutTable } from './party-table';
import { drawQrCode } from './qr-picture';
import { makeSheet } from './sheet';
import { structureElement } from './structure';

export interface PickUpVoucher {
  /** 12 letters and digits: what the QR code says, and whoever types it. */
  code: string;
  orderNumber: string;
  projectName: string;
  unitName: string | null;
  /** In Chinese, as printed: 居民身份证. */
  documentName: string;
  documentNumberMasked: string;
  place: string;
  hours: string;
  phone: string;
  /** When it can be fetched from. */
  readyAt: Date;
}

const voucherTitle = '数字证书领取凭证';
const qrSide = 150;
const leading = 18;

const voucherClauses: readonly string[] = [
  '请本人带上述证件的原件，在办理时间内前来领取；工作人员扫描上面的二维码，或输入领取码。',
  '请人代领的，代领人带本凭证、本人证件的复印件和代领人自己证件的原件，并在领取时签名。',
  '凭本凭证和证件即可领取，请妥善保管，不要转发给无关的人。领取后本凭证作废。',
];

/** In groups of four, as people read it out. */
const spaced = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ');

const rowsOf = (voucher: PickUpVoucher) => [
  {
    name: '证书',
    rows: [
      { label: '申请编号', value: voucher.orderNumber },
      { label: '办理项目', value: voucher.projectName },
      ...(voucher.unitName ? [{ label: '单位名称', value: voucher.unitName }] : []),
      { label: voucher.documentName, value: voucher.documentNumberMasked },
    ],
  },
  {
    name: '领取',
    rows: [
      { label: '领取地点', value: voucher.place },
      { label: '办理时间', value: voucher.hours },
      { label: '服务电话', value: voucher.phone },
    ],
  },
];

function head(voucher: PickUpVoucher, warning?: string): Placed {
  return {
    page: 0,
    draw(writer, { regular, bold }) {
      const middle = pageWidth / 2;
      if (warning) {
        writer.textCentredAt(warning, middle, textTop + 24, { font: regular, size: 8.5, colour: sealRed });
      }
      writer.textCentredAt(voucherTitle, middle, textTop - 22, { font: bold, size: 21, colour: ink, tracking: 0.12 });
      drawQrCode(writer, voucher.code, middle - qrSide / 2, textTop - 52, qrSide);
      const below = textTop - 52 - qrSide;
      writer.textCentredAt(spaced(voucher.code), middle, below - 26, {
        font: bold,
        size: 17,
        colour: ink,
        tracking: 0.08,
      });
      writer.textCentredAt('领取码', middle, below - 42, { font: regular, size: 8.5, colour: secondary });
    },
  };
}

function paragraph(text: string, flow: PageFlow, faces: ContractFonts): Placed[] {
  return breakLines(text, faces.regular, measure / bodySize).map((line) => {
    const { page, top } = flow.take(leading);
    return {
      page,
      draw: (writer, { regular }) =>
        writer.line(line, marginSide, top - 13, measure, { font: regular, size: bodySize, colour: ink }),
    };
  });
}

/**
 * 领取凭证: one page with the code that the desk scans, to be printed or shown. It names nobody: whoever finds it learns
 * little. The same input gives the same bytes.
 * @throws ContractPdfError `missing_glyph`; RangeError when it does not fit its page
 */
export function makePickUpVoucher(
  { name, trial }: { name: string; trial: boolean },
  voucher: PickUpVoucher,
): Promise<Buffer> {
  const faces = contractFonts();
  const rows = rowsOf(voucher);
  const flow = createPageFlow(textTop - 52 - qrSide - 62);
  const parts = [
    head(voucher, trial ? trialWarning : undefined),
    ...layOutTable(rows, flow, faces, structureElement('Document', null)),
  ];
  flow.leave(10);
  parts.push(...voucherClauses.flatMap((clause, index) => paragraph(`${index + 1}. ${clause}`, flow, faces)));
  if (flow.pages() > 1) throw new RangeError('The voucher does not fit its page');
  return makeSheet({
    title: `${voucherTitle} ${voucher.orderNumber}`,
    author: name,
    date: voucher.readyAt,
    text: JSON.stringify([name, spaced(voucher.code), rows]),
    parts,
    mark: trial ? trialMark : undefined,
  });
}
