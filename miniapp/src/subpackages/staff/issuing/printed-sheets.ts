import { type CertificateView, formatChinaDate, type PreparedToken } from '@acceptance/shared';
import type { PrintedSheet } from '../platform/printed-sheet';

type Shown = Pick<CertificateView, 'orderNumber' | 'name' | 'projectName' | 'notAfter' | 'serialNumber'>;
type Letter = Pick<PreparedToken, 'serial' | 'pin' | 'adminPin'>;

/** In Chinese whatever the desk is read in: holders and the safe's keepers read what is printed. */
const WORDS = {
  label: 'UKey 标签',
  letter: 'PIN 信封',
  safe: '保险柜存单',
  order: '申请编号',
  name: '证书名称',
  project: '项目',
  validUntil: '有效期至',
  serialNumber: '证书序列号',
  token: 'UKey 序列号',
  pin: 'PIN',
  adminPin: '管理员 PIN',
  letterNotes: ['请与 UKey 分开保管，首次使用后请修改 PIN。', '连续输错会锁定 UKey，解锁须到受理点办理。'],
  safeNotes: ['仅供解锁和清空 UKey 使用，不得交给持有人，不得与 UKey 放在一起。'],
} as const;

/** For the token itself: whoever finds it learns nothing that opens it. */
export function labelSheet({ orderNumber, name, projectName, notAfter, serialNumber }: Shown): PrintedSheet {
  return {
    title: WORDS.label,
    rows: [
      { label: WORDS.order, value: orderNumber },
      { label: WORDS.name, value: name },
      { label: WORDS.project, value: projectName },
      { label: WORDS.validUntil, value: notAfter ? formatChinaDate(notAfter) : '' },
      { label: WORDS.serialNumber, value: serialNumber ?? '' },
    ],
    notes: [],
  };
}

/** For the holder, apart from the token. */
export function letterSheet(
  { orderNumber, name }: Pick<Shown, 'orderNumber' | 'name'>,
  { serial, pin }: Pick<Letter, 'serial' | 'pin'>,
): PrintedSheet {
  return {
    title: WORDS.letter,
    rows: [
      { label: WORDS.order, value: orderNumber },
      { label: WORDS.name, value: name },
      { label: WORDS.token, value: serial },
      { label: WORDS.pin, value: pin },
    ],
    notes: WORDS.letterNotes,
  };
}

/** For the authority's safe; names nobody. */
export function safeSheet({ orderNumber }: Shown, { serial, adminPin }: Letter): PrintedSheet {
  return {
    title: WORDS.safe,
    rows: [
      { label: WORDS.order, value: orderNumber },
      { label: WORDS.token, value: serial },
      { label: WORDS.adminPin, value: adminPin },
    ],
    notes: WORDS.safeNotes,
  };
}
