import { type AccountView, identityDocumentOfMasked, type OrderView } from '@acceptance/shared';
import { Text } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { ListRow } from '../../../../components/list-row';
import { IDENTITY_DOCUMENT_LABELS } from '../../../../text/labels';
import { FORM_TEXT } from '../../texts-form';

export interface LockedSectionsProps {
  readonly order: OrderView;
  readonly account: AccountView;
}

const documentLabel = ({ identity }: AccountView): string | null => {
  const document = identityDocumentOfMasked(identity?.idNumberMasked ?? '');
  return document && IDENTITY_DOCUMENT_LABELS[document];
};

/** What is settled already: the project and the verified person, masked. */
export const LockedSections = ({ order, account }: LockedSectionsProps) => (
  <>
    <Card title={FORM_TEXT.project}>
      <ListRow label={FORM_TEXT.projectName} value={order.project.name} />
      <ListRow label={FORM_TEXT.orderNumber} value={order.orderNumber} />
    </Card>
    <Card title={FORM_TEXT.applicant} aside={<Text className="form-page__locked">{FORM_TEXT.applicantHint}</Text>}>
      <ListRow label={FORM_TEXT.name} value={account.identity?.nameMasked} />
      <ListRow label={FORM_TEXT.documentType} value={documentLabel(account)} />
      <ListRow label={FORM_TEXT.idNumber} value={account.identity?.idNumberMasked} />
      <ListRow label={FORM_TEXT.phone} value={account.phoneMasked} />
    </Card>
  </>
);
