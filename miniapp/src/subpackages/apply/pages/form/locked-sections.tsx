import { type AccountView, type ApplicantType, identityDocumentOfMasked, type OrderView } from '@acceptance/shared';
import { Text } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { ListRow } from '../../../../components/list-row';
import { TextLink } from '../../../../components/text-link';
import { particularsRows } from '../../../../features/particulars-rows';
import { IDENTITY_DOCUMENT_LABELS } from '../../../../text/identity-labels';
import { FactTable } from '../../order-flow/fact-table';
import { goToPage } from '../../order-flow/go-on';
import { FORM_TEXT } from '../../texts-form';

export interface LockedSectionsProps {
  readonly order: OrderView;
  readonly account: AccountView;
}

const documentLabel = ({ identity }: AccountView): string | null => {
  const document = identityDocumentOfMasked(identity?.idNumberMasked ?? '');
  return document && IDENTITY_DOCUMENT_LABELS[document];
};

const titleFor = (applicantType: ApplicantType): string =>
  applicantType === 'unit' ? FORM_TEXT.unit : FORM_TEXT.contact;

/** What is settled already: the project, what the contract says of the applicant, and the verified person, masked. */
export const LockedSections = ({ order, account }: LockedSectionsProps) => (
  <>
    <Card title={FORM_TEXT.project}>
      <ListRow label={FORM_TEXT.projectName} value={order.project.name} />
      <ListRow label={FORM_TEXT.orderNumber} value={order.orderNumber} />
    </Card>
    <Card
      title={titleFor(order.applicantType)}
      aside={
        <TextLink
          label={`${FORM_TEXT.lookOrChange} ${titleFor(order.applicantType)}`}
          onTap={() => void goToPage('applyParticulars', order.id)}
        >
          {FORM_TEXT.lookOrChange}
        </TextLink>
      }
    >
      <FactTable rows={particularsRows(order.form)} />
    </Card>
    <Card title={FORM_TEXT.applicant} aside={<Text className="form-page__locked">{FORM_TEXT.applicantHint}</Text>}>
      <ListRow label={FORM_TEXT.name} value={account.identity?.nameMasked} />
      <ListRow label={FORM_TEXT.documentType} value={documentLabel(account)} />
      <ListRow label={FORM_TEXT.idNumber} value={account.identity?.idNumberMasked} />
      <ListRow label={FORM_TEXT.phone} value={account.phoneMasked} />
    </Card>
  </>
);
