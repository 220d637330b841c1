import * as v from 'valibot';
import type { CardBack, CardFront, CardWarning, UnreadableReason } from '../../ports/id-card-reader';

/** What of IDCardOCR's answer is looked at. What it did not make out is an empty text. */
export const idCardReplySchema = v.object({
  Name: v.optional(v.nullable(v.string())),
  IdNum: v.optional(v.nullable(v.string())),
  Authority: v.optional(v.nullable(v.string())),
  ValidDate: v.optional(v.nullable(v.string())),
  AdvancedInfo: v.optional(v.nullable(v.string())),
});
export type IdCardReply = v.InferOutput<typeof idCardReplySchema>;

/** Codes in WarnInfos of IDCardOCR; the other card types of the API use the same numbers for other things. */
const WARNINGS = new Map<number, CardWarning>([
  [-9101, 'incomplete'],
  [-9102, 'copy'],
  [-9103, 're-shot'],
  [-9104, 'temporary'],
  [-9105, 'covered'],
  [-9106, 'edited'],
  [-9107, 'glare'],
  [-9108, 'copy'],
  [-9109, 'dates'],
  [-9110, 'electronic'],
  [-9111, 'watermark'],
]);

/** Error codes that are about the photo. */
const UNREADABLE = new Map<string, UnreadableReason>([
  ['FailedOperation.ImageNoIdCard', 'no-card'],
  ['FailedOperation.CardSideError', 'wrong-side'],
  ['FailedOperation.MultiCardError', 'several-cards'],
  ['FailedOperation.ImageBlur', 'blurred'],
  ['FailedOperation.IdCardTooSmall', 'too-small'],
  ['FailedOperation.IdCardInfoIllegal', 'unclear'],
  ['FailedOperation.OcrFailed', 'unclear'],
]);

export const unreadableReasonOf = (code: string): UnreadableReason | undefined => UNREADABLE.get(code);

const advancedInfoSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ WarnInfos: v.optional(v.array(v.number()), []) }),
);

/** Each once. Of an AdvancedInfo that cannot be read nothing is known, which is a warning too. */
export function warningsOf({ AdvancedInfo }: IdCardReply): CardWarning[] {
  if (!AdvancedInfo) {
    return [];
  }
  const parsed = v.safeParse(advancedInfoSchema, AdvancedInfo);
  return parsed.success
    ? [...new Set(parsed.output.WarnInfos.map((code) => WARNINGS.get(code) ?? 'other'))]
    : ['other'];
}

export const frontOf = ({ Name, IdNum }: IdCardReply): CardFront => ({
  ...(Name && { name: Name }),
  ...(IdNum && { idNumber: IdNum.toUpperCase() }),
});

/** 2010.07.21 → 2010-07-21; undefined for what is no day of the calendar. */
function dayOf(text: string | undefined): string | undefined {
  const day = text?.trim().replaceAll('.', '-') ?? '';
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : undefined;
}

/** ValidDate is 2010.07.21-2020.07.21 or 2010.07.21-长期. */
export function backOf({ Authority, ValidDate }: IdCardReply): CardBack {
  const [from, until] = (ValidDate ?? '').split('-');
  const validFrom = dayOf(from);
  const validUntil = until?.trim() === '长期' ? 'long-term' : dayOf(until);
  return {
    ...(Authority && { authority: Authority }),
    ...(validFrom && { validFrom }),
    ...(validUntil && { validUntil }),
  };
}
