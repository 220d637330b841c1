import { FACE_CONSENT, type FaceFailure } from '@acceptance/shared';
import { localized } from '../../text/localized';

const FAILURES: Record<FaceFailure, string> = {
  unclear: '没有拍清楚。请到光线好的地方，正对屏幕，露出整张脸，再试一次。',
  'not-live': '没能确认是真人在拍摄。请本人正对镜头，不要用照片或屏幕，再试一次。',
  'several-faces': '画面里有不止一张脸。请只让您本人入镜，再试一次。',
  'other-person': '没能比对为同一个人。确认是您本人的，可以换个光线再试一次，或由工作人员核验。',
  mismatch: '姓名和身份证号码对不上。请核对上面填写的内容。',
  'no-photo': '查不到可以比对的证件照片，刷脸帮不上忙。请由工作人员核验。',
  'too-many': '这一次试的次数太多了，需要重新开始，或由工作人员核验。',
  interrupted: '核验中断了，没有完成。请检查网络，再试一次。',
  provider: '核验服务出了问题，不是您的原因，这次不计次数。请稍后再试。',
};
const FAILURES_EN: typeof FAILURES = {
  unclear: 'It was not clear enough. Please try again in good light, facing the screen, with your whole face in view.',
  'not-live': 'We could not tell that a living person was filmed. Please face the camera yourself and try again.',
  'several-faces': 'More than one face was in view. Please let nobody but you be seen and try again.',
  'other-person':
    'The face was not like the photo on record. If it is you, try again in other light, or ask our staff.',
  mismatch: 'Name and ID number do not belong together. Please compare what you entered above.',
  'no-photo': 'There is no photo on record to compare with, so a face cannot help. Please ask our staff.',
  'too-many': 'Too many tries in one check. Please begin again, or ask our staff.',
  interrupted: 'The check was interrupted. Please look at your connection and try again.',
  provider: 'The checking service had a fault. It was not you, and it does not count. Please try again later.',
};

/** Words of the check by face, which nobody has to choose. */
export const FACE_TEXT = localized({
  zh: {
    title: '刷脸核验（可选）',
    lead: '本人在场的话，也可以刷脸，约 1 分钟。',
    start: '同意并开始刷脸',
    starting: '正在打开…',
    left: (count: number) => `今天还可以开始 ${count} 次`,
    usedUp: '今天刷脸的次数用完了，可以由工作人员核验。',
    consentMissing: '需要您勾选同意，才能刷脸；不刷脸可以由工作人员核验',
    openTitle: '刷脸还没有完成',
    openText: '可以接着做；已经做完的，点“查看结果”。',
    goOn: '继续刷脸',
    look: '查看结果',
    expired: '上一次刷脸过了时间，没有结果。可以重新开始。',
    failedTitle: '刷脸没有通过',
    failures: FAILURES,
    over: '这次刷脸已经结束，请返回查看结果。',
    back: '返回',
    notLoaded: '核验页面打不开，请返回后再试，或由工作人员核验。',
    inBrowser: '请在浏览器里打开核验页面。',
    open: '打开核验页面',
  },
  en: {
    title: 'Check by face (optional)',
    lead: 'If you are there in person you can also show your face. It takes about a minute.',
    start: 'Agree and show my face',
    starting: 'Opening…',
    left: (count: number) => `You can begin ${count} more today`,
    usedUp: "Today's checks by face are used up; our staff can check you.",
    consentMissing: 'Please tick your consent to show your face; or let our staff check you',
    openTitle: 'The check by face is not finished',
    openText: 'You can go on with it. If it is done, tap “See the result”.',
    goOn: 'Go on',
    look: 'See the result',
    expired: 'The last check by face ran out of time. You can begin again.',
    failedTitle: 'The check by face did not succeed',
    failures: FAILURES_EN,
    over: 'This check by face is over. Please go back to see the result.',
    back: 'Back',
    notLoaded: 'The checking page does not open. Please go back and try again, or let our staff check you.',
    inBrowser: 'Please open the checking page in your browser.',
    open: 'Open the checking page',
  },
});

/** The consent whose version is recorded: the Chinese text counts, it stands in shared; this is its translation. */
export const FACE_CONSENT_TEXT = localized<typeof FACE_CONSENT>({
  zh: FACE_CONSENT,
  en: {
    purpose:
      "Your face is used only to make sure that it is you who applies: Tencent Cloud's page takes a short video and compares it with the photo that the police have on record; we are told no more than whether it is you. We neither receive nor keep pictures or videos of your face; Tencent Cloud says it keeps them for three days at most.",
    choice: 'You need not show your face: our staff can compare the photos of your document instead, with no drawback.',
    consent: 'I separately consent to my face being processed for this purpose',
  },
});
