import { localized } from '../../text/localized';

/** The page on which an applicant asks for their money. */
export const ASK_REFUND_TEXT = localized({
  zh: {
    lead: '财务审批，等待期间不制证；同意后，这份申请随即结束，款项全部原路退回。审批和到账的结果有短信通知。',
    amount: '可退金额',
    orderNumber: '申请编号',
    why: '退款原因',
    whyMissing: '请选择退款原因',
    words: '说明',
    wordsHint: '选填，最多 100 个字；选“其他原因”的请写明',
    send: '提交退款申请',
    sending: '正在提交…',
    sent: '已提交，等待审批',
    notNow: '现在不能申请退款，请回到申请查看',
    toOrder: '查看申请',
  },
  en: {
    lead: 'Finance decides; no certificate is made meanwhile. Once they agree the application ends and all the money goes back the way it came. You are told by text message how it is decided and when it is done.',
    amount: 'Amount',
    orderNumber: 'Application',
    why: 'Reason',
    whyMissing: 'Please choose why the money should go back',
    words: 'Explanation',
    wordsHint: 'Up to 100 characters; needed for "Another reason" only',
    send: 'Ask for the refund',
    sending: 'Sending…',
    sent: 'Sent; finance decides',
    notNow: 'A refund cannot be asked for now; please look at the application',
    toOrder: 'See the application',
  },
});
