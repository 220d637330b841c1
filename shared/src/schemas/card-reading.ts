import * as v from 'valibot';

/** What a card reader or we find about the photo of an ID card; worst first. None of them keeps anybody from going on. */
export const CARD_PROBLEMS = [
  'expired',
  'name-differs',
  'number-differs',
  'edited',
  'no-card',
  'wrong-side',
  'several-cards',
  'temporary',
  'dates',
  'copy',
  're-shot',
  'electronic',
  'watermark',
  'covered',
  'incomplete',
  'glare',
  'blurred',
  'too-small',
  'unclear',
  'other',
  'other-document',
  'no-answer',
  'not-asked',
] as const;
export type CardProblem = (typeof CARD_PROBLEMS)[number];
/** As the applicant and the reviewer read them, beside the photo. */
export const CARD_PROBLEM_LABELS: Record<CardProblem, string> = {
  expired: '证件已过有效期',
  'name-differs': '照片上的姓名与实名认证的不一致',
  'number-differs': '照片上的号码与实名认证的不一致',
  edited: '照片可能被修改过',
  'no-card': '照片里没有识别到身份证，申请人确认无误',
  'wrong-side': '识别为身份证的另一面，申请人确认无误',
  'several-cards': '照片里不止一张证件，申请人确认无误',
  temporary: '可能是临时身份证',
  dates: '有效期看起来不对',
  copy: '看起来是复印件，不是原件',
  're-shot': '看起来是翻拍的屏幕或照片',
  electronic: '看起来是电子证件，不是原件',
  watermark: '照片上有水印',
  covered: '证件有一部分被挡住',
  incomplete: '证件的边角没有拍全',
  glare: '有反光',
  blurred: '照片模糊，识别不出',
  'too-small': '证件在照片里太小，识别不出',
  unclear: '有内容识别不出',
  other: '识别时发现异常，请对照照片核对',
  'other-document': '这种证件不能自动识别，由工作人员核对',
  'no-answer': '识别服务没有答复，由工作人员核对',
  'not-asked': '今天的识别次数已用完，由工作人员核对',
};

/** Problems that are nothing the applicant could mend by another photo. */
export const UNREAD_PROBLEMS: readonly CardProblem[] = ['other-document', 'no-answer', 'not-asked'];

const problems = v.array(v.picklist(CARD_PROBLEMS));
/** YYYY-MM-DD, its last day, or for ever. */
const validUntil = v.nullable(v.string());

/** What was read of the two sides, for who took them; null where there is no photo, or one of before photos were read. */
export const idCardReadingSchema = v.object({
  front: v.nullable(v.object({ name: v.nullable(v.string()), idNumber: v.nullable(v.string()), problems })),
  back: v.nullable(
    v.object({ authority: v.nullable(v.string()), validFrom: v.nullable(v.string()), validUntil, problems }),
  ),
});
export type IdCardReadingView = v.InferOutput<typeof idCardReadingSchema>;

/** The same for the staff: who they are stands masked, the photo itself is beside it. */
export const maskedIdCardReadingSchema = v.object({
  front: v.nullable(v.object({ nameMasked: v.nullable(v.string()), idNumberMasked: v.nullable(v.string()), problems })),
  back: v.nullable(v.object({ validUntil, problems })),
});
export type MaskedIdCardReading = v.InferOutput<typeof maskedIdCardReadingSchema>;
