import { localized } from '../../text/localized';

/** Texts about the letter that authorises an agent. */
export const LETTER_TEXT = localized({
  zh: {
    title: '还需要经办人授权书',
    lead: '单位信息已填好：打印出来，加盖单位公章，在“上传材料”一步拍照上传。现在下载，可以先去盖章。',
    leadLater: '实名认证后可以下载填好单位信息的授权书，打印、加盖单位公章，在“上传材料”一步拍照上传。',
    download: '下载授权书',
    opening: '正在打开…',
    sample: '看填写盖章的样例',
    blocked: '浏览器拦截了新窗口，请允许后再点一次',
  },
  en: {
    title: 'A letter of authority is needed too',
    lead: 'It is filled in for you: print it, have it stamped with the seal of the organisation, and photograph it in the step “Files”. Download it now to have it sealed meanwhile.',
    leadLater:
      'Once you are verified you can download it filled in; print it, have it sealed, and photograph it in the step “Files”.',
    download: 'Download the letter',
    opening: 'Opening…',
    sample: 'See a finished sample',
    blocked: 'The browser blocked the new window; allow it and tap again',
  },
});
