import { REVIEW_FIELDS, type ReviewPart, type StaffOrderView } from '@acceptance/shared';
import { apiWord } from '../../../text/api-texts';
import { REVIEW_FIELD_LABELS } from '../../../text/labels';

/** What a mark can be about: a part of the form, a side of the card, one of the papers. */
export interface MarkTarget extends ReviewPart {
  readonly key: string;
  readonly label: string;
  /** The pictures that it is about. */
  readonly fileIds: readonly string[];
}

export const markKey = ({ field, paper }: ReviewPart): string => (paper ? `${field}:${paper}` : field);

type Marked = Pick<StaffOrderView, 'form' | 'idCard' | 'attachments'> & {
  readonly project: Pick<StaffOrderView['project'], 'invoiceOffered' | 'attachments'>;
};

const filesOf = ({ idCard, attachments }: Marked, { field, paper }: ReviewPart): string[] => {
  switch (field) {
    case 'id-card-front':
      return idCard.front ? [idCard.front.id] : [];
    case 'id-card-back':
      return idCard.back ? [idCard.back.id] : [];
    case 'attachments':
      return attachments.flatMap(({ kind, file }) => (kind === paper ? [file.id] : []));
    default:
      return [];
  }
};

/** What the applicant could mend in this order: marking anything else would send them to an empty page. */
export function markTargets(order: Marked): MarkTarget[] {
  const { form, project } = order;
  const absent = [!form?.unit && 'unit', !project.invoiceOffered && 'invoice'];
  return REVIEW_FIELDS.filter((field) => !absent.includes(field)).flatMap((field): MarkTarget[] => {
    const parts: (ReviewPart & { readonly label: string })[] =
      field === 'attachments'
        ? project.attachments.map(({ kind, label }) => ({ field, paper: kind, label: apiWord(label) }))
        : [{ field, label: REVIEW_FIELD_LABELS[field] }];
    return parts.map((part) => ({ ...part, key: markKey(part), fileIds: filesOf(order, part) }));
  });
}

/** What a mark on a picture is about; null where nothing can be asked for, as of the signature or of an earlier photo. */
export const targetOfFile = (targets: readonly MarkTarget[], fileId: string): MarkTarget | null =>
  targets.find(({ fileIds }) => fileIds.includes(fileId)) ?? null;
