import type { CertificateSummary } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { StatusTag } from '../../../../components/status-tag';
import { CERTIFICATE_TONES, stateAt } from '../../../../features/certificate-state';
import { FOCUSABLE } from '../../../../platform/keyboard';
import { CERTIFICATE_STATE_LABELS, KEY_PLACE_LABELS } from '../../../../text/certificate-labels';
import { formatChinaDate } from '../../../../text/china-date';
import { joinClauses } from '../../../../text/punctuation';
import '../../queue/queue-row.scss';
import { STAFF_CERTIFICATE_TEXT as TEXT } from '../../texts-certificates';

interface CertificateRowProps {
  readonly item: CertificateSummary;
  readonly now: number;
  readonly onOpen: () => void;
}

/** One certificate: whose, which, how it stands, until when. */
export function CertificateRow({ item, now, onOpen }: CertificateRowProps) {
  const state = stateAt(item, now);
  const words = CERTIFICATE_STATE_LABELS[state];
  const until = item.notAfter ? TEXT.until(formatChinaDate(item.notAfter)) : TEXT.notIssued;
  return (
    <View
      className="queue-row"
      role="button"
      {...FOCUSABLE}
      aria-label={joinClauses(TEXT.open(item.name), words, item.orderNumber, until)}
      hoverClass="queue-row--pressed"
      onClick={onOpen}
    >
      <View className="queue-row__line">
        <Text className="queue-row__number">{item.name}</Text>
        <StatusTag tone={CERTIFICATE_TONES[state]}>{words}</StatusTag>
      </View>
      <Text className="queue-row__who">{`${item.orderNumber} · ${KEY_PLACE_LABELS[item.keyPlace]}`}</Text>
      <View className="queue-row__line">
        <Text className="queue-row__project">{item.serialNumber ?? item.projectName}</Text>
        <Text className="queue-row__time">{until}</Text>
      </View>
    </View>
  );
}
