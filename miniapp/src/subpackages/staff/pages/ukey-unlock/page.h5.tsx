import type { StaffUkeyUnlock } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { ConsentTick } from '../../../../components/consent-tick';
import { ListRow } from '../../../../components/list-row';
import { Notice } from '../../../../components/notice';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { TextLink } from '../../../../components/text-link';
import { useRouteParams } from '../../../../features/use-route-params';
import { navigateTo } from '../../../../platform/navigation';
import { apiWord } from '../../../../text/api-texts';
import { useStaffSession } from '../../desk/use-staff-session';
import { letterSheet } from '../../issuing/printed-sheets';
import { DeskFrame } from '../../menu/desk-frame';
import { printSheet } from '../../platform/print-sheet';
import { useWideScreen } from '../../platform/wide-screen';
import { STAFF_UNLOCK_TEXT as TEXT } from '../../texts-ukey-unlock';
import './index.scss';
import { ResetCard } from './reset-card';
import { type UkeyUnlockPage, useUkeyUnlock } from './use-ukey-unlock';

interface PartProps {
  readonly page: UkeyUnlockPage;
  readonly data: StaffUkeyUnlock;
}

const Holder = ({ data }: Pick<PartProps, 'data'>) => (
  <Card title={TEXT.holderTitle}>
    <ListRow label={TEXT.holder} value={data.holder.name} />
    <ListRow
      label={TEXT.document}
      value={TEXT.documentValue(apiWord(data.holder.documentLabel), data.holder.documentNumberMasked)}
    />
    {data.unitName && <ListRow label={TEXT.unit} value={data.unitName} />}
    <ListRow label={TEXT.project} value={apiWord(data.projectName)} />
    <ListRow label={TEXT.order} value={data.orderNumber} />
    <ListRow label={TEXT.serialNumber} value={data.serialNumber} />
    {data.tokenSerialNumber && <ListRow label={TEXT.token} value={data.tokenSerialNumber} />}
  </Card>
);

const Compare = ({ page: { isTicked, tick, isUnticked, compare } }: Pick<PartProps, 'page'>) => (
  <Card>
    <Text className="staff-unlock__note">{TEXT.onlyHolder}</Text>
    <ConsentTick label={TEXT.compared} ticked={isTicked} error={isUnticked ? TEXT.uncompared : null} onChange={tick}>
      <Text>{TEXT.compared}</Text>
    </ConsentTick>
    <ProblemNotice problem={compare.problem} />
    <PrimaryButton pending={compare.pending} pendingLabel={TEXT.confirming} onTap={() => void compare.run()}>
      {TEXT.confirm}
    </PrimaryButton>
  </Card>
);

/** Nobody can have the PIN again once this page is left. */
function Done({ page: { reset }, data }: PartProps) {
  if (!reset) {
    return (
      <Notice kind="success" title={TEXT.doneTitle}>
        {TEXT.doneElsewhere}
      </Notice>
    );
  }
  const letter = { orderNumber: data.orderNumber, name: data.unitName ?? data.holder.name };
  return (
    <>
      <Notice kind="success" title={TEXT.doneTitle}>
        {TEXT.done}
      </Notice>
      <PrimaryButton onTap={() => printSheet(letterSheet(letter, reset))}>{TEXT.print}</PrimaryButton>
    </>
  );
}

function Step(props: PartProps) {
  const { state, hindrance, documentComparedAt } = props.data;
  if (state === 'done') {
    return <Done {...props} />;
  }
  if (state !== 'waiting') {
    return <Notice>{TEXT.over[state]}</Notice>;
  }
  if (hindrance) {
    return <Notice kind="danger">{TEXT.hindered}</Notice>;
  }
  return documentComparedAt ? <ResetCard {...props} /> : <Compare {...props} />;
}

/** PIN 解锁: a document is compared, the token gets a new PIN, its key signs. */
export default function StaffUkeyUnlockPage() {
  const { ukeyUnlockId = '' } = useRouteParams('staffUkeyUnlock');
  useStaffSession();
  const wide = useWideScreen();
  const page = useUkeyUnlock(ukeyUnlockId);
  const { data } = page.load;
  return (
    <DeskFrame route="staffUkeyUnlock" wide={wide} load={page.load}>
      {data && (
        <View className="staff-unlock">
          <Holder data={data} />
          <Step page={page} data={data} />
          <View className="staff-unlock__links">
            <TextLink onTap={() => void navigateTo('staffCertificate', { certificateId: data.certificateId })}>
              {TEXT.toCertificate}
            </TextLink>
          </View>
        </View>
      )}
    </DeskFrame>
  );
}
