import type { OrderView } from '@acceptance/shared';
import { Text } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { goToPage } from '../../order-flow/go-on';
import { isRenewable, useRenewal } from '../../order-flow/use-renewal';
import { PARTICULARS_TEXT } from '../../texts-particulars';

/** For whoever finds a mistake in the sealed contract: it can be given up and signed anew. */
export function RenewalOffer({ order }: { readonly order: OrderView }) {
  const renewal = useRenewal(order, () => goToPage('applyParticulars', order.id));
  return isRenewable(order) ? (
    <Card title={PARTICULARS_TEXT.wrongTitle}>
      <Text className="apply-sealed__wrong">{PARTICULARS_TEXT.wrong}</Text>
      <ProblemNotice problem={renewal.problem} />
      <PrimaryButton
        kind="plain"
        pending={renewal.pending}
        pendingLabel={PARTICULARS_TEXT.renewing}
        onTap={() => void renewal.run()}
      >
        {PARTICULARS_TEXT.renew}
      </PrimaryButton>
    </Card>
  ) : null;
}
