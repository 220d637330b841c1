import type { ApplicationFormDraft } from './application-form';

/** A text field of the application form by its dotted path, as problems name it. */
export const DRAFT_TEXT_FIELDS = [
  'unit.name',
  'unit.unifiedSocialCreditCode',
  'unit.legalRepresentative',
  'email',
  'address',
  'invoice.title',
  'invoice.taxpayerNumber',
  'invoice.email',
  'invoice.businessAddress',
  'invoice.businessPhone',
  'invoice.bankName',
  'invoice.bankAccount',
  'delivery.courier',
  'delivery.receiver',
  'delivery.phone',
  'delivery.province',
  'delivery.city',
  'delivery.district',
  'delivery.street',
] as const;
export type DraftTextField = (typeof DRAFT_TEXT_FIELDS)[number];

/** Every field: the typed ones, choices, and which codes were confirmed although they look wrong. */
export const DRAFT_FIELDS = [
  ...DRAFT_TEXT_FIELDS,
  'unit.confirmedCode',
  'unit.role',
  'invoice.kind',
  'invoice.confirmedNumber',
  'delivery.way',
] as const;
export type DraftField = (typeof DRAFT_FIELDS)[number];

type Nested = Readonly<Record<string, unknown>>;

function heldIn(draft: ApplicationFormDraft, field: DraftField): unknown {
  const [group, name] = field.split('.');
  const outer = (draft as Nested)[group ?? ''];
  return name === undefined ? outer : (outer as Nested | undefined)?.[name];
}

/** What a field holds; `''` when nothing was typed. */
export function readField(draft: ApplicationFormDraft, field: DraftField): string {
  const value = heldIn(draft, field);
  return typeof value === 'string' ? value : '';
}

/** Whether a draft says anything of a field, also that it is empty. */
export const isWritten = (draft: ApplicationFormDraft, field: DraftField): boolean =>
  typeof heldIn(draft, field) === 'string';

/** The draft with one field changed; the given one stays as it is. Choices take only their own values. */
export function writeField(draft: ApplicationFormDraft, field: DraftField, value: string): ApplicationFormDraft {
  const [group = '', name] = field.split('.');
  if (name === undefined) {
    return { ...draft, [group]: value };
  }
  const inner = (draft as Nested)[group] as Nested | undefined;
  return { ...draft, [group]: { ...inner, [name]: value } };
}
