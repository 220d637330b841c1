import { endpoints, type UkeyUnlockSummary } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { useRef } from 'react';
import { call } from '../../../../api/client';
import { EmptyState } from '../../../../components/empty-state';
import { ListRow } from '../../../../components/list-row';
import { LoadingState } from '../../../../components/loading-state';
import { ProblemNotice } from '../../../../components/problem-notice';
import { ProblemState } from '../../../../components/problem-state';
import { useAction } from '../../../../features/use-action';
import { useLoad } from '../../../../features/use-load';
import { navigateTo } from '../../../../platform/navigation';
import { apiWord } from '../../../../text/api-texts';
import { formatChinaDate } from '../../../../text/china-date';
import { joinClauses } from '../../../../text/punctuation';
import { ListEnd } from '../../desk/list-end';
import { type ListPage, readPages } from '../../queue/queue-pages';
import { STAFF_TEXT } from '../../text';
import { STAFF_UNLOCK_TEXT as TEXT } from '../../texts-ukey-unlock';
import './index.scss';

const MOST_AT_ONCE = '50';

const readPage = (cursor: string | null): Promise<ListPage<UkeyUnlockSummary>> =>
  call(endpoints.ukeyUnlockDesk.listUnlocks, { query: { limit: MOST_AT_ONCE, ...(cursor && { cursor }) } });

/** Whose holders come for a new PIN. */
export function UnlockList() {
  const pages = useRef(1);
  const load = useLoad(() => readPages(readPage, pages.current), 'unlocks');
  const more = useAction(async () => {
    pages.current += 1;
    await load.reload();
  });
  const { data, problem } = load;
  const reload = () => void load.reload();
  if (!data) {
    return problem ? (
      <ProblemState problem={problem} onRetry={reload} onSignIn={() => void navigateTo('staffSignIn')} />
    ) : (
      <LoadingState />
    );
  }
  return (
    <>
      <Text className="staff-issuing__lead">{TEXT.lead}</Text>
      <ProblemNotice problem={problem} action={{ label: STAFF_TEXT.retry, onTap: reload }} />
      {data.items.length === 0 ? (
        <EmptyState line={TEXT.empty} action={{ label: STAFF_TEXT.refresh, onTap: reload }} />
      ) : (
        <View className="staff-issuing__list" aria-label={TEXT.segment}>
          {data.items.map(({ id, orderNumber, projectName, endsAt }) => (
            <ListRow
              key={id}
              label={orderNumber}
              hint={joinClauses(apiWord(projectName), TEXT.until(formatChinaDate(endsAt)))}
              onTap={() => void navigateTo('staffUkeyUnlock', { ukeyUnlockId: id })}
            />
          ))}
          <ListEnd hasMore={data.nextCursor !== null} pending={more.pending} onMore={() => void more.run()} />
        </View>
      )}
    </>
  );
}
