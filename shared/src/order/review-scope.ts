import type { ApplicationFormDraft } from '../schemas/application-form';
import { REVIEW_FIELDS, type ReviewMark, type ReviewPart } from '../schemas/review';

interface FileOf {
  readonly id: string;
}

/** What a review compares with what was handed in before. */
export interface ReviewedParts {
  readonly form: ApplicationFormDraft;
  readonly idCard: { readonly front: FileOf | null; readonly back: FileOf | null };
  readonly attachments: readonly { readonly kind: string; readonly file: FileOf }[];
}

const FORM_PARTS = ['unit', 'email', 'address', 'invoice', 'delivery'] as const;
/** What the contract says: once it is signed, these change by signing anew. */
export const PRINTED_FIELDS = ['unit', 'email', 'address'] as const;

/** As it is compared: a field that is empty was not filled in, and blanks around words are no words. */
function plain(value: unknown): string {
  if (typeof value === 'string') {
    return value.trim();
  }
  const filled = Object.entries(value ?? {})
    .map(([name, member]) => [name, plain(member)] as const)
    .filter(([, text]) => text !== '' && text !== '[]')
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify(filled);
}

const filesOf = ({ attachments }: ReviewedParts, paper: string): string =>
  JSON.stringify(attachments.flatMap(({ kind, file }) => (kind === paper ? [file.id] : [])));

/** Which parts are not as they were, in the order in which they are asked for. */
export function changedReviewParts(before: ReviewedParts, after: ReviewedParts): ReviewPart[] {
  const papers = [...new Set([...before.attachments, ...after.attachments].map(({ kind }) => kind))];
  const changed = new Set<ReviewPart['field']>([
    ...(before.idCard.front?.id === after.idCard.front?.id ? [] : ['id-card-front' as const]),
    ...(before.idCard.back?.id === after.idCard.back?.id ? [] : ['id-card-back' as const]),
    ...FORM_PARTS.filter((field) => plain(before.form[field] ?? '') !== plain(after.form[field] ?? '')),
  ]);
  return [
    ...REVIEW_FIELDS.filter((field) => changed.has(field)).map((field) => ({ field })),
    ...papers
      .filter((paper) => filesOf(before, paper) !== filesOf(after, paper))
      .map((paper) => ({ field: 'attachments' as const, paper })),
  ];
}

/** Whether a mark asks for that part. A mark on attachments that names no paper is about all of them. */
export const isAbout = (mark: Pick<ReviewMark, 'field' | 'paper'>, { field, paper }: ReviewPart): boolean =>
  mark.field === field && (field !== 'attachments' || !mark.paper || mark.paper === paper);

/** Whether what a mark asks for has been changed. */
export const isMended = (mark: Pick<ReviewMark, 'field' | 'paper'>, changed: readonly ReviewPart[]): boolean =>
  changed.some((part) => isAbout(mark, part));

/**
 * Whether the applicant may change a part of an application that came back. A unit that is to be corrected may need a paper
 * that nobody asked for before, of another role: one that there was none of may come.
 */
export function isPartOpen(
  marks: readonly ReviewMark[],
  part: ReviewPart,
  { attachments }: Pick<ReviewedParts, 'attachments'>,
): boolean {
  const isNewPaper = part.field === 'attachments' && attachments.every(({ kind }) => kind !== part.paper);
  return marks.some((mark) => isAbout(mark, part)) || (isNewPaper && marks.some(({ field }) => field === 'unit'));
}

/** What was changed though no mark asks for it. */
export const unmarkedChanges = (
  marks: readonly ReviewMark[],
  before: ReviewedParts,
  after: ReviewedParts,
): ReviewPart[] => changedReviewParts(before, after).filter((part) => !isPartOpen(marks, part, before));
