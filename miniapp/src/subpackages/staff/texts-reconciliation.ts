import * as shared from '@acceptance/shared';
import { shownTotal } from '@acceptance/shared';
import { localized } from '../../text/localized';

export const RECONCILIATION_STATE_LABELS = localized({
  zh: shared.RECONCILIATION_STATE_LABELS,
  en: shared.RECONCILIATION_STATE_LABELS_EN,
});
export const DIFFERENCE_KIND_LABELS = localized({
  zh: shared.DIFFERENCE_KIND_LABELS,
  en: shared.DIFFERENCE_KIND_LABELS_EN,
});
export const RECONCILED_MONEY_LABELS = localized({
  zh: shared.RECONCILED_MONEY_LABELS,
  en: shared.RECONCILED_MONEY_LABELS_EN,
});
export const OUR_MONEY_STATE_LABELS = localized({
  zh: shared.OUR_MONEY_STATE_LABELS,
  en: shared.OUR_MONEY_STATE_LABELS_EN,
});

type Advice = Readonly<Record<shared.ReconciledMoney, Readonly<Record<shared.DifferenceKind, string>>>>;
/** Of a sum there is one thing to do, whatever differs. */
const sumAdvice = (words: string): Readonly<Record<shared.DifferenceKind, string>> => ({
  'missing-at-ours': words,
  'missing-at-theirs': words,
  'other-amount': words,
  'other-state': words,
});
/** What finance does about a difference. */
const ADVICE: Advice = {
  payment: {
    'missing-at-ours':
      '微信收到了款，系统里没有。已向微信支付查询过一次。没有申请编号的，到商户平台查这笔是谁的订单；有的，看任务里是否已列为款项存疑。',
    'missing-at-theirs':
      '系统记为已付款，对账单里没有。到商户平台按商户订单号查询：确实没有收到的，查清以前不要制证；收到了的，写明在哪一天的账单里。',
    'other-amount': '到商户平台按商户订单号核对实收金额。多收的退回，少收的联系付款人；办完写明结果。',
    'other-state': '款项已到但没有入账，或微信的状态已变。到“任务”里处理这笔存疑的款项，再重新对账。',
  },
  refund: {
    'missing-at-ours': '钱已退出，系统里没有这笔退款，多半是在商户平台手工退的。核对是谁退的、为什么退，写明结果。',
    'missing-at-theirs': '系统记为已退款，对账单里没有。到商户平台按退款单号查询：没有退出的，另行退回。',
    'other-amount': '到商户平台按退款单号核对退款金额，差额补退或追回；办完写明结果。',
    'other-state': '对账单里这笔退款失败了。没有退到的，到“任务”里重新退款，或另行转账退回，再写明结果。',
  },
  'flow-payments': sumAdvice('到商户平台核对当天资金账单里的收款：零点前后的一笔可能记在相邻的一天。查清后写明结果。'),
  'flow-refunds': sumAdvice(
    '到商户平台核对当天资金账单里的退款：受理和扣款跨过零点的会差一天，失败后退回的也会不同。查清后写明结果。',
  ),
  'flow-fees': sumAdvice('到商户平台核对费率和当天扣的手续费；扣错的联系微信支付。查清后写明结果。'),
};
const ADVICE_EN: Advice = {
  payment: {
    'missing-at-ours':
      'The money came and is not in our books; WeChat Pay was asked about it once. Without an application, look at the merchant platform whose it is; with one, see whether a task doubts it already.',
    'missing-at-theirs':
      'We count it as paid and the bill lacks it. Look for its number at the merchant platform: if no money came, do not issue before it is clear; if it did, note in which bill it stands.',
    'other-amount':
      'Compare what came at the merchant platform. Send back what is too much, ask the payer for what is missing; then note the outcome.',
    'other-state':
      'It came and is not booked, or WeChat says something else now. Settle the doubt among the tasks, then compare again.',
  },
  refund: {
    'missing-at-ours':
      'Money went back that we did not send, most likely by hand at the merchant platform. Find out who did it and why, and note it.',
    'missing-at-theirs':
      'We count it as refunded and the bill lacks it. Look for its number at the merchant platform; what did not go back has to be returned.',
    'other-amount': 'Compare the amount at the merchant platform; return or reclaim the rest, then note the outcome.',
    'other-state':
      'The bill says that this refund failed. Refund it again among the tasks or return it by transfer, then note the outcome.',
  },
  'flow-payments': sumAdvice(
    'Compare what came with the fund-flow bill at the merchant platform: around midnight a payment may stand in the bill of the next day. Then note the outcome.',
  ),
  'flow-refunds': sumAdvice(
    'Compare what went back with the fund-flow bill at the merchant platform: a refund may be taken on before midnight and paid after it, or come back when it fails. Then note the outcome.',
  ),
  'flow-fees': sumAdvice(
    'Compare rate and fees of the day at the merchant platform; ask WeChat Pay about what was taken wrongly. Then note the outcome.',
  ),
};

/** Texts of finance's pages about reconciliation. */
export const STAFF_RECONCILIATION_TEXT = localized({
  zh: {
    lead: '每天的收款和退款与微信支付对账单逐笔核对，合计再与资金账单核对；前一天的账 10:15 以后对。',
    stateLabel: '状态',
    all: '全部',
    stateCount: (state: string, count: number) => `${state} ${shownTotal(count)}`,
    listLabel: '每天的对账',
    empty: '还没有对账记录',
    sums: (count: number, money: string) => `${count} 笔 ${money}`,
    received: (sum: string) => `收款 ${sum}`,
    returned: (sum: string) => `退款 ${sum}`,
    open: (count: number) => `${count} 笔待处理`,
    noBill: '还没有对账单',
    underWay: '正在对账…',
    both: (ours: string, theirs: string) => `系统 ${ours}，账单 ${theirs}`,
    flow: (payments: string, refunds: string, fees: string) => `收款 ${payments}，退款 ${refunds}，手续费 ${fees}`,
    facts: {
      payments: '收款',
      refunds: '退款',
      comparedAt: '对账时间',
      sha1: '对账单摘要',
      flow: '资金账单',
      flowSha1: '资金账单摘要',
      traded: '交易账单',
      moved: '资金账单',
      bank: '银行到账',
      booked: '已入账',
      openEntries: '未入账',
      settledEntries: '已退回或无关',
      kind: '类别',
      order: '申请编号',
      outTradeNo: '商户订单号',
      outRefundNo: '退款单号',
      ours: '系统',
      theirs: '对账单',
      settled: '处理结果',
    },
    nothing: '没有',
    isOpen: '待处理',
    isSettled: '已处理',
    words: {
      SUCCESS: '成功',
      REFUND: '退款',
      REVOKED: '已撤销',
      PROCESSING: '处理中',
      FAIL: '失败',
      CHANGE: '异常',
    } as Readonly<Record<string, string>>,
    overview: '合计',
    bankTitle: '当天的银行到账',
    matched: '系统与对账单逐笔一致。',
    waiting: (time: string) => `对账单还没有取到，${time} 再取。`,
    stopped: '对账单没有取到，原因见“任务”。可以点“重新对账”再取。',
    closedBy: (name: string) => `没有对账单，由 ${name} 人工核对。`,
    settledAll: '差异都已写明处理结果。',
    differs: (count: number) => `有 ${count} 笔差异等待处理。`,
    more: (count: number) => `差异太多，另有 ${count} 笔没有列出：多半是商户号或数据有误，请先查明原因，再重新对账。`,
    again: '重新对账',
    asking: '正在提交…',
    asked: '已开始重新对账',
    download: '下载对账表',
    downloading: '正在下载…',
    downloadName: (day: string) => `对账-${day}.csv`,
    toOrder: '查看这份申请的款项',
    write: '写明处理结果',
    note: '处理结果',
    noteHint: '不要写姓名、电话等个人信息',
    save: '保存',
    saving: '正在保存…',
    saved: '已保存',
    cancel: '取消',
    by: (name: string, time: string) => `${name}，${time}`,
    toList: '返回对账列表',
    advice: ADVICE,
  },
  en: {
    lead: 'Payments and refunds of each day are compared line by line with the bill of WeChat Pay and their sums with its fund-flow bill, from 10:15 of the next day on.',
    stateLabel: 'State',
    all: 'All',
    stateCount: (state: string, count: number) => `${state} ${shownTotal(count)}`,
    listLabel: 'Days',
    empty: 'No day was compared yet',
    sums: (count: number, money: string) => `${count} × ${money}`,
    received: (sum: string) => `payments ${sum}`,
    returned: (sum: string) => `refunds ${sum}`,
    open: (count: number) => `${count} to settle`,
    noBill: 'no bill yet',
    underWay: 'Comparing…',
    both: (ours: string, theirs: string) => `ours ${ours}, bill ${theirs}`,
    flow: (payments: string, refunds: string, fees: string) => `payments ${payments}, refunds ${refunds}, fees ${fees}`,
    facts: {
      payments: 'Payments',
      refunds: 'Refunds',
      comparedAt: 'Compared',
      sha1: 'Hash of the bill',
      flow: 'Fund-flow bill',
      flowSha1: 'Hash of the fund-flow bill',
      traded: 'Trade bill',
      moved: 'Fund-flow bill',
      bank: 'Bank money',
      booked: 'Booked',
      openEntries: 'Not booked',
      settledEntries: 'Returned or set aside',
      kind: 'Kind',
      order: 'Application number',
      outTradeNo: 'Payment number',
      outRefundNo: 'Refund number',
      ours: 'Ours',
      theirs: 'Bill',
      settled: 'Outcome',
    },
    nothing: 'None',
    isOpen: 'To settle',
    isSettled: 'Settled',
    words: {
      SUCCESS: 'done',
      REFUND: 'refund',
      REVOKED: 'revoked',
      PROCESSING: 'under way',
      FAIL: 'failed',
      CHANGE: 'gone wrong',
    } as Readonly<Record<string, string>>,
    overview: 'Sums',
    bankTitle: 'Bank money of that day',
    matched: 'Our books and the bill agree, line by line.',
    waiting: (time: string) => `The bill is not there yet and is asked for again at ${time}.`,
    stopped: 'The bill could not be fetched; a task says why. It can be compared again.',
    closedBy: (name: string) => `There was no bill; ${name} compared it by hand.`,
    settledAll: 'Every difference has its outcome.',
    differs: (count: number) => `${count} differences have to be settled.`,
    more: (count: number) =>
      `There are too many differences: ${count} more are not listed. The merchant number or the data may be wrong; find out why, then compare again.`,
    again: 'Compare again',
    asking: 'Sending…',
    asked: 'It is being compared again',
    download: 'Download the sheet',
    downloading: 'Downloading…',
    downloadName: (day: string) => `reconciliation-${day}.csv`,
    toOrder: 'Money of this application',
    write: 'Note the outcome',
    note: 'Outcome',
    noteHint: 'No names, telephone numbers or other personal data',
    save: 'Save',
    saving: 'Saving…',
    saved: 'Saved',
    cancel: 'Cancel',
    by: (name: string, time: string) => `${name}, ${time}`,
    toList: 'Back to the days',
    advice: ADVICE_EN,
  },
});
