import { localized } from '../../text/localized';

/** Texts of ④ 阅读合同. */
export const CONTRACT_TEXT = localized({
  zh: {
    keyPoints: '先看要点',
    call: (phone: string) => `有不明白的，请拨打 ${phone}`,
    checkOwn: '请核对：下面的内容会原样印在合同里',
    specialTerms: '特别约定',
    wrong: '内容不对？去修改',
    importantNote: '格式条款提示：这一条与您有重大利害关系，请特别注意。',
    chineseOnly: '',
    version: (version: string) => `版本 ${version}`,
    heading: (number: number, heading: string) => `${number}. ${heading}`,
    end: '—— 合同到此结束 ——',
    progress: '阅读进度',
    percent: (percent: number) => (percent === 100 ? '已读完' : `已读 ${percent}%`),
    consent: '我已阅读合同全文，同意签署',
    confirmsRead: (important: readonly string[]) =>
      important.length > 0
        ? `我确认已阅读并理解合同全文，包括重要条款${important.map((heading) => `“${heading}”`).join('')}`
        : '我确认已阅读并理解合同全文',
    tooEarly: '请先读到合同末尾，再勾选',
    obstacles: {
      unread: '请向下读到合同末尾',
      unticked: '请勾选“我已阅读合同全文，同意签署”',
      hurried: '您读得很快，请再勾选“我确认已阅读并理解”',
    },
    agree: '同意并继续',
    agreeing: '正在记录…',
    settled: '您已同意这份合同，下面可以再看一遍。',
    goOn: '继续申请',
    renewedTitle: '合同内容有更新',
    renewed: '请把新的内容读一遍，再勾选同意。您填写的其他内容都保留着。',
    changedTitle: '合同里的信息有变动',
    changed: '您的信息刚刚在别处改过，合同已按新的信息更新。请核对后重新勾选同意。',
    detailTitle: '申请信息需要修改',
    roleChange: '去修改申请信息',
  },
  en: {
    keyPoints: 'Key points first',
    call: (phone: string) => `Questions? Call ${phone}`,
    checkOwn: 'Please check: this is printed in the contract as it stands here',
    specialTerms: 'Special terms',
    wrong: 'Something wrong? Change it',
    importantNote: 'Standard terms: this clause matters to you; please read it with care.',
    chineseOnly: 'This document is legally binding in Chinese; there is no English version.',
    version: (version: string) => `Version ${version}`,
    heading: (number: number, heading: string) => `${number}. ${heading}`,
    end: '— End of the contract —',
    progress: 'Reading progress',
    percent: (percent: number) => (percent === 100 ? 'Read to the end' : `${percent}% read`),
    consent: 'I have read the whole contract and agree to sign it',
    confirmsRead: (important: readonly string[]) =>
      important.length > 0
        ? `I confirm that I have read and understood the whole contract, with its important clauses ${important.map((heading) => `“${heading}”`).join(', ')}`
        : 'I confirm that I have read and understood the whole contract',
    tooEarly: 'Please read to the end before you tick',
    obstacles: {
      unread: 'Please read down to the end of the contract',
      unticked: 'Please tick “I have read the whole contract and agree to sign it”',
      hurried: 'That was fast; please also tick “I confirm that I have read and understood”',
    },
    agree: 'Agree and continue',
    agreeing: 'Recording…',
    settled: 'You have agreed to this contract; you can read it again below.',
    goOn: 'Continue',
    renewedTitle: 'The contract has changed',
    renewed: 'Please read the new text, then tick your consent. Everything else you entered is kept.',
    changedTitle: 'What the contract says of you has changed',
    changed: 'It was just changed elsewhere, and the contract follows. Please check it and tick your consent again.',
    detailTitle: 'Please change your details',
    roleChange: 'Change the details',
  },
});
