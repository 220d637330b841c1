import { localized } from './localized';

/** What an applicant reads when something has stopped that staff must look at. */
export const TROUBLE_TEXT = localized({
  zh: {
    call: (phone: string) => `拨打客服电话 ${phone}`,
    contractTitle: '合同生成遇到问题，工作人员已收到，无需重复提交',
    contractNext:
      '排除问题后会重新生成合同。签名和照片都已保存，不需要重新签署；生成后从首页“继续申请”就能查看。着急用请打客服电话。',
    contractHead: '等工作人员处理合同',
    contractHeadHint: '处理好后就能继续申请，您现在不用做什么',
    payments: {
      'money-differs': '我们收到一笔与订单不符的款项，正在核对，请不要重复付款；核对结果会显示在这里。',
      'refund-delayed': '退款暂未到账，财务正在处理，无需操作。',
      unclear: '微信支付还没有给出结果，财务正在核对，请不要重复付款。',
    },
    paidTwice: '多付的款项正在原路退回，无需操作；到账时间以微信为准。',
    paidTwiceReturned: '多付的款项已原路退回。',
    short: {
      'contract-failed': '合同生成遇到问题，工作人员已收到',
      'money-differs': '收到的款项正在核对，请不要重复付款',
      'refund-delayed': '退款暂未到账，财务正在处理',
      unclear: '付款结果正在核对，请不要重复付款',
    },
    paymentHead: '付款正在核对',
    paymentHeadHint: '核对完以前请不要付款，您现在不用做什么',
    refundHeadHint: '财务正在处理，您现在不用做什么',
  },
  en: {
    call: (phone: string) => `Call customer service ${phone}`,
    contractTitle: 'The contract could not be made yet; our staff know, you need not submit again',
    contractNext:
      'It is made again once the cause is mended. Signature and photos are saved, you need not sign again; then “Continue your application” on the home page shows it. In a hurry? Please call.',
    contractHead: 'Our staff are on the contract',
    contractHeadHint: 'Then the application goes on; nothing for you to do now',
    payments: {
      'money-differs':
        'We received money that does not fit this order and are checking it. Please do not pay again; the result will be shown here.',
      'refund-delayed': 'The refund has not arrived yet. Our finance staff are on it; nothing for you to do.',
      unclear: 'WeChat Pay has given no result yet; our finance staff are checking. Please do not pay again.',
    },
    paidTwice:
      'Money that was paid twice is going back the way it came; nothing for you to do. WeChat decides when it arrives.',
    paidTwiceReturned: 'Money that was paid twice went back the way it came.',
    short: {
      'contract-failed': 'The contract could not be made yet; our staff know',
      'money-differs': 'Your payment is being checked, please do not pay again',
      'refund-delayed': 'The refund has not arrived yet; finance are on it',
      unclear: 'Your payment is being checked, please do not pay again',
    },
    paymentHead: 'Your payment is being checked',
    paymentHeadHint: 'Please do not pay before it is done; nothing for you to do now',
    refundHeadHint: 'Our finance staff are on it; nothing for you to do now',
  },
});
