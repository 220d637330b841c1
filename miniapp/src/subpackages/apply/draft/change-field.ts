import {
  type ApplicationFormDraft,
  type DraftField,
  type DraftTextField,
  isWritten,
  readField,
  writeField,
} from '@acceptance/shared';

const GENERAL_INVOICE_FIELDS: readonly DraftTextField[] = ['invoice.title', 'invoice.taxpayerNumber', 'invoice.email'];
const SPECIAL_INVOICE_FIELDS: readonly DraftTextField[] = [
  ...GENERAL_INVOICE_FIELDS,
  'invoice.businessAddress',
  'invoice.businessPhone',
  'invoice.bankName',
  'invoice.bankAccount',
];

/** The fields of an invoice of the chosen kind, in the order of the page. */
export function invoiceFields(draft: ApplicationFormDraft): readonly DraftTextField[] {
  const kind = draft.invoice?.kind;
  if (kind === 'special') {
    return SPECIAL_INVOICE_FIELDS;
  }
  return kind === 'general' ? GENERAL_INVOICE_FIELDS : [];
}

/** Fields that start out the same as another one and follow it until they are changed themselves. */
const FOLLOWERS: readonly (readonly [follower: DraftTextField, source: DraftTextField])[] = [
  ['invoice.title', 'unit.name'],
  ['invoice.taxpayerNumber', 'unit.unifiedSocialCreditCode'],
  ['invoice.email', 'email'],
];

/** Another field of the form that says the same as this one; null where they differ. */
export const sameAs = (draft: ApplicationFormDraft, field: DraftField): DraftTextField | null => {
  const value = readField(draft, field);
  const [, source] = FOLLOWERS.find(([follower]) => follower === field) ?? [];
  return source && value !== '' && readField(draft, source) === value ? source : null;
};

const wantsInvoice = (draft: ApplicationFormDraft): boolean => invoiceFields(draft).length > 0;

const fillInvoice = (draft: ApplicationFormDraft): ApplicationFormDraft =>
  FOLLOWERS.reduce((filled, [follower, source]) => {
    const known = readField(filled, source);
    return !isWritten(filled, follower) && known !== '' ? writeField(filled, follower, known) : filled;
  }, draft);

/** The draft after one change, with what follows from it. */
export function changeField(draft: ApplicationFormDraft, field: DraftField, value: string): ApplicationFormDraft {
  const before = readField(draft, field);
  const changed = writeField(draft, field, value);
  if (!wantsInvoice(changed)) {
    return changed;
  }
  if (field === 'invoice.kind') {
    return fillInvoice(changed);
  }
  return FOLLOWERS.filter(([follower, source]) => source === field && readField(draft, follower) === before).reduce(
    (followed, [follower]) => writeField(followed, follower, value),
    changed,
  );
}
