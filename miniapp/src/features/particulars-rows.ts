import type { ApplicationFormDraft } from '@acceptance/shared';
import { UNIT_ROLE_LABELS } from '../text/labels';
import { FIELD_NAMES_TEXT } from '../text/summary';

/** What the contract says of the applicant beside the verified person, label and value; what is not there is left out. */
export function particularsRows({
  unit,
  email,
  address,
}: ApplicationFormDraft): readonly (readonly [string, string])[] {
  const rows: readonly (readonly [string, string | undefined])[] = [
    [FIELD_NAMES_TEXT['unit.name'], unit?.name],
    [FIELD_NAMES_TEXT['unit.unifiedSocialCreditCode'], unit?.unifiedSocialCreditCode],
    [FIELD_NAMES_TEXT['unit.legalRepresentative'], unit?.legalRepresentative],
    [FIELD_NAMES_TEXT['unit.role'], unit?.role && UNIT_ROLE_LABELS[unit.role]],
    [FIELD_NAMES_TEXT.email, email],
    [FIELD_NAMES_TEXT.address, address],
  ];
  return rows.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
}
