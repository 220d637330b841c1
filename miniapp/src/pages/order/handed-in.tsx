import type { OrderStatus, OrderView } from '@acceptance/shared';
import { Text } from '@tarojs/components';
import { Card } from '../../components/card';
import { Facts } from '../../components/facts';
import { TextLink } from '../../components/text-link';
import { APPLICATION_ROUTES } from '../../features/application-step-routes';
import { hasInvoice } from '../../features/has-invoice';
import { summariseForm } from '../../features/order-summary';
import { navigateTo } from '../../platform/navigation';
import { ORDER_TEXT } from '../../text/orders';
import { SUMMARY_TEXT } from '../../text/summary';

const CORRECTABLE: readonly OrderStatus[] = ['draft', 'returned'];
/** Until the money is there the applicant may end it and begin anew with what was typed. */
const ENDABLE: readonly OrderStatus[] = ['submitted', 'approved'];

/** Whether and how something of it can be corrected now; null where it is over. */
function wayToCorrect({ status }: OrderView): string | null {
  if (CORRECTABLE.includes(status)) {
    return ORDER_TEXT.correctHere;
  }
  return ENDABLE.includes(status) ? ORDER_TEXT.correctAnew : null;
}

/** What was typed: unit, invoice, how it comes to its holder; with the way to correct it as long as there is one. */
export function HandedIn({ order }: { readonly order: OrderView }) {
  const way = wayToCorrect(order);
  // What stands on an invoice is in its own card once there is one: it may have been corrected since.
  const sections = summariseForm(order).filter(
    ({ title }) => title !== SUMMARY_TEXT.titles.invoice || !hasInvoice(order),
  );
  if (sections.length === 0) {
    return null;
  }
  return (
    <>
      {way && <Text className="order__hint order__hint--above">{way}</Text>}
      {sections.map(({ title, rows, link }) => (
        <Card
          key={title}
          title={title}
          aside={
            link &&
            CORRECTABLE.includes(order.status) && (
              <TextLink
                label={SUMMARY_TEXT.linkLabel(link.label, title)}
                onTap={() => void navigateTo(APPLICATION_ROUTES[link.step], { orderId: order.id })}
              >
                {link.label}
              </TextLink>
            )
          }
        >
          <Facts rows={rows} />
        </Card>
      ))}
    </>
  );
}
