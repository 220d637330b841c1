import { IDENTITY_DOCUMENT_LABELS, identityDocumentOf, type StaffIdentityCheck } from '@acceptance/shared';
import { Card } from '../../../../components/card';
import { StatusTag } from '../../../../components/status-tag';
import { apiWord } from '../../../../text/api-texts';
import { formatChinaDateTime } from '../../../../text/china-date';
import { FactRow } from '../../review/fact-row';
import { STAFF_IDENTITY_TEXT as TEXT } from '../../texts-identity-checks';

/** What was typed, to be compared with the photos; it can be copied. */
export function CheckFacts({ check }: { readonly check: StaffIdentityCheck }) {
  const { person } = check;
  const document = identityDocumentOf(person.idNumber);
  return (
    <Card title={TEXT.typed} aside={<StatusTag tone="attention">{TEXT.reason[check.reason]}</StatusTag>}>
      <FactRow label={TEXT.name} value={person.name} />
      {check.nameNote && <FactRow label={TEXT.nameNote} value={check.nameNote} />}
      <FactRow label={TEXT.idNumber} value={person.idNumber} />
      <FactRow
        label={TEXT.document}
        value={document ? apiWord(IDENTITY_DOCUMENT_LABELS[document]) : TEXT.unknownDocument}
      />
      <FactRow label={TEXT.phone} value={person.phone} />
      <FactRow label={TEXT.asked} value={formatChinaDateTime(check.requestedAt)} />
      <FactRow label={TEXT.promised} value={formatChinaDateTime(check.promisedBy)} />
    </Card>
  );
}
