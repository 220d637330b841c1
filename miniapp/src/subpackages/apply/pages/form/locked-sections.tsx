import type { AccountView, OrderView } from '@acceptance/shared';
import { Text } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { ListRow } from '../../../../components/list-row';
import { FORM_TEXT } from '../../texts-form';

export interface LockedSectionsProps {
  readonly order: OrderView;
  readonly account: AccountView;
}

/** What is settled already: the project and the verified person, masked. */
export const LockedSections = ({ order, account }: LockedSectionsProps) => (
  <>
    <Card title={FORM_TEXT.project}>
      <ListRow label={FORM_TEXT.projectName} value={order.project.name} />
      <ListRow label={FORM_TEXT.orderNumber} value={order.orderNumber} />
    </Card>
    <Card title={FORM_TEXT.applicant} aside={<Text className="form-page__locked">{FORM_TEXT.applicantHint}</Text>}>
      <ListRow label={FORM_TEXT.name} value={account.identity?.nameMasked} />
      <ListRow label={FORM_TEXT.documentType} value={FORM_TEXT.idCard} />
      <ListRow label={FORM_TEXT.idNumber} value={account.identity?.idNumberMasked} />
      <ListRow label={FORM_TEXT.phone} value={account.phoneMasked} />
    </Card>
  </>
);
