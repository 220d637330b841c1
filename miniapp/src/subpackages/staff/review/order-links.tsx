import type { StaffOrderView, StaffRole } from '@acceptance/shared';
import { LinkRow } from '../../../components/link-row';
import { TextLink } from '../../../components/text-link';
import { navigateTo } from '../../../platform/navigation';
import { ROUTES } from '../../../routes';
import { useDeskState } from '../menu/use-desk-state';
import { TIMELINE_TEXT as TEXT } from '../texts-desk';

type Order = Pick<StaffOrderView, 'id' | 'status' | 'payments' | 'paymentStatus' | 'deliveryWay'>;
type Page = 'staffRefund' | 'staffInvoice' | 'staffTransfer' | 'staffIssuingOrder' | 'staffDelivery';

interface Link {
  readonly page: Page;
  readonly role: StaffRole;
  readonly fits: (order: Order) => boolean;
}

const isPaid = ({ paymentStatus }: Order): boolean => ['paid', 'refunding', 'refunded'].includes(paymentStatus);
const getsUkey = ({ deliveryWay }: Order): boolean => deliveryWay === 'courier' || deliveryWay === 'pick-up';

const LINKS: readonly Link[] = [
  { page: 'staffTransfer', role: 'finance', fits: ({ paymentStatus }) => paymentStatus === 'verifying' },
  { page: 'staffRefund', role: 'finance', fits: isPaid },
  { page: 'staffInvoice', role: 'finance', fits: isPaid },
  {
    page: 'staffIssuingOrder',
    role: 'issuer',
    fits: (order) => getsUkey(order) && ['paid', 'issuing'].includes(order.status),
  },
  {
    page: 'staffDelivery',
    role: 'issuer',
    fits: (order) => getsUkey(order) && ['issued', 'delivered', 'completed'].includes(order.status),
  },
];

/** From an order to the pages on which more is done about it, as far as the reader does that. */
export function OrderLinks({ order }: { readonly order: Order }) {
  const roles = useDeskState().staff?.roles ?? [];
  const links = LINKS.filter(({ role, fits }) => roles.includes(role) && fits(order));
  return links.length === 0 ? null : (
    <LinkRow label={TEXT.links}>
      {links.map(({ page }) => (
        <TextLink key={page} onTap={() => void navigateTo(page, { orderId: order.id })}>
          {ROUTES[page].title}
        </TextLink>
      ))}
    </LinkRow>
  );
}
