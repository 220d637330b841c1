import { Text, View } from '@tarojs/components';
import { Notice } from '../../../../components/notice';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { STAFF_CERTIFICATE_TEXT as TEXT } from '../../texts-certificates';
import type { Certificates } from './use-certificates';
import { useInventoryExport } from './use-inventory-export';

/** How many there are, and the way to take them along. */
export function InventorySummary({ page, total }: { readonly page: Certificates; readonly total: number }) {
  const { fetchTable, send } = useInventoryExport(page);
  return (
    <>
      <View className="staff-certificates__summary">
        <Text className="staff-certificates__total">{TEXT.total(total)}</Text>
        <PrimaryButton
          small
          kind="secondary"
          pending={fetchTable.pending}
          pendingLabel={TEXT.exporting}
          onTap={send ?? (() => void fetchTable.run(total))}
        >
          {send ? TEXT.exportSend : TEXT.export}
        </PrimaryButton>
      </View>
      <ProblemNotice problem={fetchTable.problem} />
      {send && <Notice kind="success">{TEXT.exportReady}</Notice>}
    </>
  );
}
