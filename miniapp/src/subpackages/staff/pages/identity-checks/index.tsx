import { Text, View } from '@tarojs/components';
import { EmptyState } from '../../../../components/empty-state';
import { useKeys } from '../../desk/use-keys';
import { useNow } from '../../desk/use-now';
import { useStaffSession } from '../../desk/use-staff-session';
import { DeskFrame } from '../../menu/desk-frame';
import { useWideScreen } from '../../platform/wide-screen';
import { reviewCommand } from '../../review/review-keys';
import { STAFF_TEXT } from '../../text';
import { STAFF_IDENTITY_TEXT as TEXT } from '../../texts-identity-checks';
import { CheckRow } from './check-row';
import { CheckView } from './check-view';
import './index.scss';
import { useIdentityChecks } from './use-identity-checks';

const CLOCK_MS = 15_000;

type PageState = ReturnType<typeof useIdentityChecks>;

function List({ page }: { readonly page: PageState }) {
  const now = useNow(CLOCK_MS);
  return (
    <View className="identity-checks__list" aria-label={TEXT.listLabel}>
      {page.items.map((item) => (
        <CheckRow
          key={item.id}
          item={item}
          now={now}
          selected={item.id === page.selectedId}
          onOpen={() => page.open(item.id)}
        />
      ))}
    </View>
  );
}

/** Nobody is open: J opens the first one. */
function Idle({ page }: { readonly page: PageState }) {
  useKeys((press) => {
    if (reviewCommand(press, 'reading')?.kind !== 'next') {
      return false;
    }
    page.move(1);
    return true;
  });
  return (
    <View className="identity-checks__idle">
      <Text>{page.finished ? TEXT.noneLeft : TEXT.idle}</Text>
    </View>
  );
}

/** 实名核验: people whom the automatic check cannot help. */
export default function StaffIdentityChecksPage() {
  useStaffSession();
  const page = useIdentityChecks();
  const wide = useWideScreen();
  const { selectedId } = page;
  const isEmpty = page.items.length === 0 && !selectedId;
  const opened = selectedId && <CheckView key={selectedId} id={selectedId} page={page} wide={wide} />;
  return (
    <DeskFrame route="staffIdentityChecks" refresh={page.list.reload} wide={wide} load={page.list}>
      <Text className="identity-checks__lead">{TEXT.lead}</Text>
      {isEmpty && (
        <EmptyState
          line={page.finished ? TEXT.noneLeft : TEXT.empty}
          action={{ label: STAFF_TEXT.refresh, onTap: () => void page.list.reload() }}
        />
      )}
      {!isEmpty && wide && (
        <View className="identity-checks__panes">
          <List page={page} />
          <View className="identity-checks__person">{opened || <Idle page={page} />}</View>
        </View>
      )}
      {!isEmpty && !wide && (opened || <List page={page} />)}
    </DeskFrame>
  );
}
