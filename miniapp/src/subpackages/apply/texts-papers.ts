import { localized } from '../../text/localized';

/** Texts of ③ 证件照片, of photos in general, and of the page that is signed on. */
export const PHOTO_TEXT = localized({
  zh: {
    camera: '拍照',
    again: '重拍',
    album: '从相册选',
    retry: '重新上传',
    ofPhoto: (action: string, photo: string) => `${action}${photo}`,
  },
  en: {
    camera: 'Take photo',
    again: 'Retake',
    album: 'From album',
    retry: 'Upload again',
    ofPhoto: (action: string, photo: string) => `${action}: ${photo}`,
  },
});

export const PAPERS_TEXT = localized({
  zh: {
    cards: '身份证照片',
    cardsHint: '原件正放，四角完整，没有反光，字能看清。每张 150 KB 至 1 MB，过大的会自动压缩。',
    front: '人像面',
    back: '国徽面',
    sides: (names: readonly string[]) => names.join('和'),
    sideLabels: { front: '身份证人像面', back: '身份证国徽面' },
    signed: '合同已经签署，照片不能再改。',
    next: '下一步',
    toIdentity: '回到实名认证',
    toSealed: '查看合同',
    returned: '审核员请您重新拍摄标出的照片，其他不用动。',
    nothingMarked: '照片不用重拍。',
    redo: '要重拍',
    redone: '已换新照片',
    fine: '不用重拍',
    notRedone: {
      title: '照片还没有重拍',
      text: (sides: string) => `这次还没有重拍身份证${sides}。如果之前已经拍过，可以直接去提交。`,
      goOn: '去提交',
      stay: '去重拍',
    },
    toConfirm: '拍好了，去提交',
    unseen: '照片暂时显示不出来',
    unseenKept: '之前上传的都已保存，不用重拍。',
    fetchAgain: '重新加载',
    whyNot: {
      front: '还差身份证人像面',
      back: '还差身份证国徽面',
      both: '还差身份证的人像面和国徽面',
      uploading: '照片正在上传，请稍等',
    },
  },
  en: {
    cards: 'Photos of the ID card',
    cardsHint:
      'The card itself, straight, with four corners, no glare, legible. 150 KB to 1 MB each; larger photos are compressed.',
    front: 'Portrait side',
    back: 'Emblem side',
    sides: (names: readonly string[]) => names.join(' and '),
    sideLabels: { front: 'ID card, portrait side', back: 'ID card, emblem side' },
    signed: 'The contract is signed; the photos cannot be changed any more.',
    next: 'Next',
    toIdentity: 'Back to the identity check',
    toSealed: 'See contract',
    returned: 'Please retake the marked photos; leave the rest.',
    nothingMarked: 'No photo needs to be retaken.',
    redo: 'Retake',
    redone: 'New photo taken',
    fine: 'Fine as it is',
    notRedone: {
      title: 'Submit without retaking?',
      text: (sides: string) =>
        `This time you have not retaken: ${sides}. If you did so before, you can go on and submit.`,
      goOn: 'Yes',
      stay: 'No',
    },
    toConfirm: 'Done, go to submit',
    unseen: 'The photos cannot be shown right now',
    unseenKept: 'What you uploaded is kept; no need to take it again.',
    fetchAgain: 'Load again',
    whyNot: {
      front: 'Still missing: ID card, portrait side',
      back: 'Still missing: ID card, emblem side',
      both: 'Still missing: both sides of the ID card',
      uploading: 'A photo is being uploaded, please wait',
    },
  },
});

/** What is said of a photo of the card that was read. */
export const CARD_READING_TEXT = localized({
  zh: {
    facts: { name: '姓名', idNumber: '号码', authority: '签发机关', validUntil: '有效期至' },
    longTerm: '长期',
    advice: {
      somebodyElse: '请用您本人的身份证重拍；照片没有拍错的，可以继续，由工作人员核对。',
      retake: '照片已保存，可以继续；用原件重拍清楚，审核会更快。',
    },
    keep: '仍用这张',
  },
  en: {
    facts: { name: 'Name', idNumber: 'Number', authority: 'Issued by', validUntil: 'Valid until' },
    longTerm: 'long term',
    advice: {
      somebodyElse:
        'Please retake it with your own ID card; if the photo is right, you can go on and our staff will check it.',
      retake: 'The photo is saved and you can go on; the review is faster if you retake it from the card itself.',
    },
    keep: 'Keep this photo',
  },
});

export const SIGNATURE_TEXT = localized({
  zh: {
    canvas: '手写签名区，请用手指书写您的姓名',
    guide: (nameMasked: string | null) => (nameMasked ? `请在此签名：${nameMasked}` : '请在此签名'),
    turn: '把手机横过来写，地方更大',
    clear: '重写',
    undo: '撤销',
    confirm: '确认签名',
    confirming: '正在保存',
    empty: '还没有签名，请先写下您的姓名',
    dot: '只写了一个点，请写下您的姓名',
    small: '签名太小，看不清，请写大一些',
    leave: '签名还没有确认，现在离开吗？写好的笔画会留着，回来可以接着签。',
    back: '返回',
  },
  en: {
    canvas: 'Place for the signature; write your name with your finger',
    guide: (nameMasked: string | null) => (nameMasked ? `Sign here: ${nameMasked}` : 'Sign here'),
    turn: 'Turn the phone sideways for more room',
    clear: 'Clear',
    undo: 'Undo',
    confirm: 'Confirm signature',
    confirming: 'Saving',
    empty: 'No signature yet; please write your name',
    dot: 'Only a dot so far; please write your name',
    small: 'The signature is too small to be legible; please write larger',
    leave: 'Your signature is not confirmed yet. Leave now? What you wrote stays here for when you come back.',
    back: 'Back',
  },
});
