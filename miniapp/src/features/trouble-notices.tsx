import type { OrderTrouble } from '@acceptance/shared';
import { Notice } from '../components/notice';
import { dial } from '../platform/dial';
import { TROUBLE_TEXT } from '../text/troubles';
import { useSettings } from './settings';

interface TroubleNoticesProps {
  readonly troubles: readonly OrderTrouble[];
}

function Notices({ troubles }: TroubleNoticesProps) {
  const phone = useSettings().data?.servicePhone;
  const action = phone ? { label: TROUBLE_TEXT.call(phone), onTap: () => dial(phone) } : undefined;
  return (
    <>
      {troubles.map((trouble) =>
        trouble === 'contract-failed' ? (
          <Notice key={trouble} kind="warning" title={TROUBLE_TEXT.contractTitle} action={action}>
            {TROUBLE_TEXT.contractNext}
          </Notice>
        ) : (
          <Notice key={trouble} kind="warning" action={action}>
            {TROUBLE_TEXT.payments[trouble]}
          </Notice>
        ),
      )}
    </>
  );
}

/** What has stopped, what happens next, and whom to call; nothing (and no settings asked for) while all is well. */
export const TroubleNotices = ({ troubles }: TroubleNoticesProps) =>
  troubles.length > 0 ? <Notices troubles={troubles} /> : null;
