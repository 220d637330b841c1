import type { DeliveryView } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { ListRow } from '../../../../components/list-row';
import { Notice } from '../../../../components/notice';
import { ProblemNotice } from '../../../../components/problem-notice';
import { QrCode } from '../../../../components/qr-code';
import { dial } from '../../../../platform/dial';
import { formatChinaDateTime } from '../../../../text/china-date';
import { DELIVERY_TEXT as TEXT } from '../../texts-delivery';
import './pick-up-card.scss';
import type { DeliveryPageState } from './use-delivery';

type PickUp = NonNullable<DeliveryView['pickUp']>;

interface PickUpProps {
  readonly pickUp: PickUp;
  readonly openVoucher: DeliveryPageState['openVoucher'];
}

/** In fours, as it is read out: 7K2M 9QXA 0DTV. */
const spaced = (code: string): string => code.match(/.{1,4}/g)?.join(' ') ?? code;

/** The code that opens the drawer: as large as it is scanned from another phone, and as letters for whom it does not scan. */
function VoucherCard({ pickUp: { voucherCode }, openVoucher }: PickUpProps) {
  return (
    <Card title={TEXT.pickUp}>
      <View className="pick-up__code">
        <QrCode text={voucherCode} label={TEXT.codeLabel(voucherCode)} size={360} />
        <Text className="pick-up__letters" selectable userSelect>
          {spaced(voucherCode)}
        </Text>
        <Text className="pick-up__keep">{TEXT.keepCode}</Text>
      </View>
      <ListRow
        label={TEXT.voucher}
        value={openVoucher.pending ? TEXT.voucherOpening : TEXT.voucherOpen}
        onTap={() => void openVoucher.run()}
      />
      <ProblemNotice problem={openVoucher.problem} />
    </Card>
  );
}

/** Where, when and with what a UKey is fetched; afterwards, when it was. */
export function PickUpCard(props: PickUpProps) {
  const { place, hours, phone, collectedAt } = props.pickUp;
  if (collectedAt) {
    return <Notice kind="success">{TEXT.collectedAt(formatChinaDateTime(collectedAt))}</Notice>;
  }
  return (
    <>
      <VoucherCard {...props} />
      <Card>
        <ListRow label={TEXT.place} value={place} />
        <ListRow label={TEXT.hours} value={hours} />
        <ListRow label={TEXT.phone} value={phone} onTap={() => dial(phone)} />
      </Card>
      <Card title={TEXT.bring}>
        {TEXT.bringItems.map((item) => (
          <Text key={item} className="certificate__step">
            {item}
          </Text>
        ))}
      </Card>
    </>
  );
}
