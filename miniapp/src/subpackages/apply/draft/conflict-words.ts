import {
  type ApplicationFormDraft,
  DELIVERY_WAYS,
  DRAFT_TEXT_FIELDS,
  type DraftField,
  type DraftPart,
  INVOICE_KINDS,
  readField,
  UNIT_ROLES,
} from '@acceptance/shared';
import { DELIVERY_WAY_LABELS, INVOICE_KIND_LABELS, UNIT_ROLE_LABELS } from '../../../text/labels';
import { CONFLICT_TEXT, FIELD_TEXT, FORM_TEXT, REGION_TEXT } from '../texts-form';
import { PARTICULARS_TEXT } from '../texts-particulars';

const labelOf = (labels: () => Readonly<Record<string, string>>, values: readonly string[]) => (value: string) =>
  values.includes(value) ? labels()[value] : undefined;

/** Choices as the page words them. */
const CHOICES: Partial<Record<DraftField, { name: () => string; value: (value: string) => string | undefined }>> = {
  'invoice.kind': { name: () => FORM_TEXT.invoice, value: labelOf(() => INVOICE_KIND_LABELS, INVOICE_KINDS) },
  'delivery.way': { name: () => FORM_TEXT.delivery, value: labelOf(() => DELIVERY_WAY_LABELS, DELIVERY_WAYS) },
  'unit.role': { name: () => PARTICULARS_TEXT.role, value: labelOf(() => UNIT_ROLE_LABELS, UNIT_ROLES) },
};

const typedFields = (part: DraftPart) => DRAFT_TEXT_FIELDS.filter((field) => part.includes(field));

/** What a part is called on the page. */
export function partName(part: DraftPart): string {
  const [first = 'email'] = part;
  const [typed, ...more] = typedFields(part);
  return more.length > 0 ? REGION_TEXT.label : (CHOICES[first]?.name() ?? FIELD_TEXT[typed ?? 'email'].label);
}

/** What a part says, as the page shows it. */
export function partValue(draft: ApplicationFormDraft, part: DraftPart): string {
  const words = part
    .filter((field) => field in CHOICES || typedFields(part).some((typed) => typed === field))
    .map((field) => CHOICES[field]?.value(readField(draft, field)) ?? readField(draft, field))
    .filter((word) => word !== '');
  return words.join(' ') || CONFLICT_TEXT.empty;
}
