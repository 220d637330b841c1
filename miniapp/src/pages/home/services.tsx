import { Card } from '../../components/card';
import { ListRow } from '../../components/list-row';
import { dial } from '../../platform/dial';
import { navigateTo } from '../../platform/navigation';
import { HOME_TEXT } from '../../text/home';

export function Services({ servicePhone }: { readonly servicePhone: string }) {
  return (
    <Card title={HOME_TEXT.services}>
      <ListRow
        label={HOME_TEXT.serviceApply}
        hint={HOME_TEXT.serviceApplyHint}
        onTap={() => void navigateTo('applyStart')}
      />
      <ListRow
        label={HOME_TEXT.serviceOrders}
        hint={HOME_TEXT.serviceOrdersHint}
        onTap={() => void navigateTo('orders')}
      />
      <ListRow label={HOME_TEXT.servicePhone} value={servicePhone} onTap={() => dial(servicePhone)} />
      <ListRow label={HOME_TEXT.serviceTerms} onTap={() => void navigateTo('terms')} />
    </Card>
  );
}
