import { CERTIFICATE_STATES } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { EmptyState } from '../../../../components/empty-state';
import { LoadingState } from '../../../../components/loading-state';
import { ProblemNotice } from '../../../../components/problem-notice';
import { ProblemState } from '../../../../components/problem-state';
import { navigateTo } from '../../../../platform/navigation';
import { CERTIFICATE_STATE_LABELS } from '../../../../text/certificate-labels';
import { FilterChips } from '../../desk/filter-chips';
import { ListEnd } from '../../desk/list-end';
import { SearchField } from '../../desk/search-field';
import { useNow } from '../../desk/use-now';
import { useStaffSession } from '../../desk/use-staff-session';
import { DeskFrame } from '../../menu/desk-frame';
import { useWideScreen } from '../../platform/wide-screen';
import { STAFF_TEXT } from '../../text';
import { STAFF_CERTIFICATE_TEXT as TEXT } from '../../texts-certificates';
import { CertificateRow } from './certificate-row';
import './index.scss';
import { InventorySummary } from './inventory-summary';
import { type Certificates, useCertificates } from './use-certificates';

const CLOCK_MS = 60_000;

function emptyLine({ search, state }: Certificates): string {
  if (search) {
    return TEXT.notFound(search);
  }
  return state ? TEXT.emptyState(CERTIFICATE_STATE_LABELS[state]) : TEXT.empty;
}

/** The list with its own loading, problem and end, so that search and filter stay where they are. */
function CertificateList({ page }: { readonly page: Certificates }) {
  const now = useNow(CLOCK_MS);
  const { list, more, search, state, showAll } = page;
  const { data, problem } = list;
  const reload = () => void list.reload();
  if (!data) {
    return problem ? (
      <ProblemState problem={problem} onRetry={reload} onSignIn={() => void navigateTo('staffSignIn')} />
    ) : (
      <LoadingState />
    );
  }
  if (data.items.length === 0) {
    const isFiltered = search !== '' || state !== null;
    return (
      <EmptyState
        line={emptyLine(page)}
        action={isFiltered ? { label: TEXT.showAll, onTap: showAll } : { label: STAFF_TEXT.refresh, onTap: reload }}
      />
    );
  }
  return (
    <>
      <ProblemNotice problem={problem} action={{ label: STAFF_TEXT.retry, onTap: reload }} />
      <InventorySummary page={page} total={data.total} />
      <View className="staff-certificates__list" aria-label={TEXT.listLabel}>
        {data.items.map((item) => (
          <CertificateRow
            key={item.id}
            item={item}
            now={now}
            onOpen={() => void navigateTo('staffCertificate', { certificateId: item.id })}
          />
        ))}
        <ListEnd hasMore={data.nextCursor !== null} pending={more.pending} onMore={() => void more.run()} />
      </View>
    </>
  );
}

/** 证书台账: every certificate there is. */
export default function StaffCertificatesPage() {
  useStaffSession();
  const wide = useWideScreen();
  const page = useCertificates();
  const { state, setState } = page;
  return (
    <DeskFrame route="staffCertificates" refresh={page.list.reload} wide={wide}>
      <View className="staff-certificates">
        <Text className="staff-certificates__lead">{TEXT.lead}</Text>
        <SearchField {...page.field} text={TEXT} maxLength={64} />
        <FilterChips
          label={TEXT.stateLabel}
          chips={[
            { value: null, label: TEXT.all },
            ...CERTIFICATE_STATES.map((value) => ({ value, label: CERTIFICATE_STATE_LABELS[value] })),
          ]}
          value={state}
          onChoose={setState}
        />
        <CertificateList page={page} />
      </View>
    </DeskFrame>
  );
}
