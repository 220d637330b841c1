import { DELIVERY_STAGES } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { LinkRow } from '../../../../components/link-row';
import { ProblemNotice } from '../../../../components/problem-notice';
import { TextLink } from '../../../../components/text-link';
import { navigateTo } from '../../../../platform/navigation';
import { FilterChips } from '../../desk/filter-chips';
import { SearchField } from '../../desk/search-field';
import { useStaffSession } from '../../desk/use-staff-session';
import { DELIVERY_STAGE_LABELS } from '../../labels';
import { DeskFrame } from '../../menu/desk-frame';
import { handlesTables } from '../../platform/choose-table';
import { useWideScreen } from '../../platform/wide-screen';
import { STAFF_DELIVERY_TEXT as TEXT } from '../../texts-deliveries';
import { DeliveryList } from './delivery-list';
import './index.scss';
import { SelectedDelivery } from './selected-delivery';
import { type Deliveries, useDeliveries } from './use-deliveries';
import { useExport } from './use-export';

function Links() {
  const exporting = useExport();
  return (
    <>
      <LinkRow>
        <TextLink onTap={() => void navigateTo('staffPickUp')}>{TEXT.toPickUp}</TextLink>
        {handlesTables && <TextLink onTap={() => void navigateTo('staffNumbers')}>{TEXT.toNumbers}</TextLink>}
        {handlesTables && (
          <TextLink onTap={() => void exporting.run()}>{exporting.pending ? TEXT.exporting : TEXT.export}</TextLink>
        )}
      </LinkRow>
      <ProblemNotice problem={exporting.problem} />
    </>
  );
}

function Filters({ page }: { readonly page: Deliveries }) {
  const counts = page.list.data?.counts;
  const labelOf = (stage: Deliveries['stage']) =>
    counts ? TEXT.stageCount(DELIVERY_STAGE_LABELS[stage], counts[stage]) : DELIVERY_STAGE_LABELS[stage];
  return (
    <View className="staff-deliveries__filters">
      <FilterChips
        label={TEXT.stageLabel}
        chips={DELIVERY_STAGES.map((value) => ({ value, label: labelOf(value) }))}
        value={page.search ? null : page.stage}
        onChoose={(stage) => stage && page.setStage(stage)}
      />
      <View className="staff-deliveries__search">
        <SearchField {...page.field} text={TEXT} maxLength={64} />
      </View>
    </View>
  );
}

/** 寄送: UKeys that are made, until they are with their holders. */
export default function StaffDeliveriesPage() {
  useStaffSession();
  const wide = useWideScreen();
  const page = useDeliveries();
  const open = (orderId: string) => (wide ? page.select(orderId) : void navigateTo('staffDelivery', { orderId }));
  return (
    <DeskFrame route="staffDeliveries" refresh={page.list.reload} wide={wide}>
      <View className="staff-deliveries">
        <View className="staff-deliveries__top">
          <Text className="staff-deliveries__lead">{TEXT.lead}</Text>
          <Links />
        </View>
        <Filters page={page} />
        <View className="staff-deliveries__panes">
          <View className="staff-deliveries__queue">
            <DeliveryList page={page} onOpen={open} />
          </View>
          {wide && <SelectedDelivery page={page} />}
        </View>
      </View>
    </DeskFrame>
  );
}
