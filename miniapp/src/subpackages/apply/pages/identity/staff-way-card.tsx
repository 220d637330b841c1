import type { IdentityCheckReason, OrderView } from '@acceptance/shared';
import { Text } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { ListRow } from '../../../../components/list-row';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { TextField } from '../../../../components/text-field';
import { TextLink } from '../../../../components/text-link';
import { navigateTo } from '../../../../platform/navigation';
import { goToPage } from '../../order-flow/go-on';
import { IDENTITY_CHECK_TEXT as TEXT } from '../../texts-identity-check';
import { hasBothPhotos } from './staff-way';
import type { useStaffCheck } from './use-staff-check';

const NAME_NOTE_LIMIT = 60;

export interface StaffWayCardProps {
  readonly reason: IdentityCheckReason;
  /** What it is for, where the reason does not say it. */
  readonly why?: string;
  /** Null when there is none: the photos belong to one. */
  readonly order: OrderView | null;
  readonly check: ReturnType<typeof useStaffCheck>;
  /** The page's own button does it. */
  readonly buttonBelow: boolean;
}

const Photos = ({ order }: { readonly order: OrderView }) => (
  <ListRow
    label={TEXT.photos}
    hint={hasBothPhotos(order) ? TEXT.photosThere : TEXT.photosMissing}
    value={
      <TextLink onTap={() => void goToPage('applyPapers', order.id)}>
        {hasBothPhotos(order) ? TEXT.again : TEXT.photograph}
      </TextLink>
    }
  />
);

/** The way by staff: why, what it needs, how long it takes. */
export function StaffWayCard({ reason, why = TEXT.why[reason], order, check, buttonBelow }: StaffWayCardProps) {
  return (
    <Card title={TEXT.title}>
      <Text className="apply-identity__line">{why}</Text>
      {reason === 'name' && <Text className="apply-identity__line">{TEXT.nameInstead}</Text>}
      {reason === 'name' && (
        <TextField
          label={TEXT.nameNote}
          hint={TEXT.nameNoteHint}
          maxLength={NAME_NOTE_LIMIT}
          value={check.nameNote}
          error={check.nameNoteError}
          onChange={check.describeName}
        />
      )}
      {order ? <Photos order={order} /> : <Text className="apply-identity__line">{TEXT.orderFirst}</Text>}
      <Text className="apply-identity__line apply-identity__line--quiet">{TEXT.promise}</Text>
      {!order && (
        <PrimaryButton kind="secondary" onTap={() => void navigateTo('applyStart', {})}>
          {TEXT.toStart}
        </PrimaryButton>
      )}
      {order && !buttonBelow && (
        <>
          <ProblemNotice problem={check.request.problem} />
          <PrimaryButton
            kind="secondary"
            pending={check.request.pending}
            pendingLabel={TEXT.requesting}
            whyDisabled={hasBothPhotos(order) ? null : TEXT.photosFirst}
            onTap={check.submit}
          >
            {TEXT.request}
          </PrimaryButton>
        </>
      )}
    </Card>
  );
}
