import { Text, View } from '@tarojs/components';
import { navigateTo } from '../../../../platform/navigation';
import { useStaffSession } from '../../desk/use-staff-session';
import { DeskFrame } from '../../menu/desk-frame';
import { useDeskState } from '../../menu/use-desk-state';
import { useWideScreen } from '../../platform/wide-screen';
import { QueuePanel } from '../../queue/queue-panel';
import { HeldBar } from '../../review/held-bar';
import { STAFF_TEXT } from '../../text';
import { Desk } from './desk';
import './index.scss';
import { useDesk } from './use-desk';

const openPage = (orderId: string) => void navigateTo('staffReview', { orderId });

export default function StaffQueuePage() {
  const { signOut } = useStaffSession();
  const wide = useWideScreen();
  const desk = useDesk();
  const who = useDeskState().staff;
  const leave = () => void signOut.run();

  if (wide) {
    return (
      <DeskFrame route="staffQueue" wide bare>
        <Desk desk={desk} who={who} onSignOut={leave} />
      </DeskFrame>
    );
  }
  return (
    <DeskFrame route="staffQueue" tab refresh={desk.queue.load.reload}>
      <HeldBar onOpen={openPage} />
      <View className="staff-queue__who">
        <Text>{who?.displayName ?? ''}</Text>
        <View className="staff-queue__leave" role="button" aria-label={STAFF_TEXT.signOut} onClick={leave}>
          <Text>{STAFF_TEXT.signOut}</Text>
        </View>
      </View>
      <View className="staff-queue__card">
        <QueuePanel queue={desk.queue} selectedId={null} onOpen={openPage} />
      </View>
    </DeskFrame>
  );
}
