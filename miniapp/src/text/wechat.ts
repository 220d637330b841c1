import { localized } from './localized';

/** Texts of what WeChat offers beside the pages: the one-tap phone number, messages, new versions. */
export const WECHAT_TEXT = localized({
  zh: {
    phone: {
      quotaOut: '微信一键登录暂时用不了，请用上面的短信验证码登录',
      privacy: '没有同意隐私保护指引。可以再点一次，或用短信验证码登录',
      refused: '没有取得手机号，可以再点一次，或用短信验证码登录',
    },
    notice: {
      action: '开启微信通知',
      review: {
        title: '用微信接收通知',
        text: '以后有审核结果时，除短信外再发一条微信通知。',
        on: '已开启，下次有审核结果时通知您',
        off: '没有开启，结果仍会用短信通知您',
      },
      ending: {
        title: '到期前用微信提醒',
        text: '证书快到期时，除短信外再发一条微信通知，点开就是这张证书。',
        on: '已开启，快到期时通知您',
        off: '没有开启，快到期时仍会用短信提醒您',
      },
    },
    notSent: {
      title: '文件没有发出去',
      text: '文件还在，请再点一次发送。仍不行的，请把微信更新到最新版本再试。',
      understood: '知道了',
    },
    update: {
      title: '有新版本',
      text: '重新打开后就是新版本，已填写的内容都保留着。',
      now: '重新打开',
      later: '以后再说',
    },
  },
  en: {
    phone: {
      quotaOut: 'One-tap sign-in is not available now. Please use the SMS code above',
      privacy: 'You have not agreed to the privacy guideline. Tap again, or use the SMS code',
      refused: 'No phone number was received. Tap again, or use the SMS code',
    },
    notice: {
      action: 'Turn on WeChat notices',
      review: {
        title: 'Get notices in WeChat',
        text: 'For the next review result you get a WeChat message beside the SMS.',
        on: 'Turned on: you will be told of the next review result',
        off: 'Not turned on: results still come by SMS',
      },
      ending: {
        title: 'A WeChat reminder before it ends',
        text: 'Before the certificate ends you get a WeChat message beside the SMS. A tap on it opens the certificate.',
        on: 'Turned on: you will be reminded before it ends',
        off: 'Not turned on: the reminder still comes by SMS',
      },
    },
    notSent: {
      title: 'The file was not sent',
      text: 'It is still here: tap Send again. If that fails, update WeChat and try once more.',
      understood: 'OK',
    },
    update: {
      title: 'New version ready. Reopen?',
      text: 'Reopen to use it. What you have filled in is kept.',
      now: 'Yes',
      later: 'Skip',
    },
  },
});
