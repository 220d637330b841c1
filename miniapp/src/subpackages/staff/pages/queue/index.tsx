import { endpoints } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { call } from '../../../../api/client';
import { PageFrame } from '../../../../components/page-frame';
import { useLoad } from '../../../../features/use-load';
import { navigateTo } from '../../../../platform/navigation';
import { ROUTES } from '../../../../routes';
import { DeskLinks } from '../../desk/desk-links';
import { useStaffSession } from '../../desk/use-staff-session';
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
  const staff = useLoad(() => call(endpoints.staff.readStaff), '', { onShow: false });
  const wide = useWideScreen();
  const desk = useDesk();
  const who = staff.data;
  const leave = () => void signOut.run();

  if (wide) {
    return (
      <PageFrame title={ROUTES.staffQueue.title} wide bare>
        <Desk desk={desk} who={who} onSignOut={leave} />
      </PageFrame>
    );
  }
  return (
    <PageFrame title={ROUTES.staffQueue.title} tab>
      <HeldBar onOpen={openPage} />
      <View className="staff-queue__who">
        <Text>{who?.displayName ?? ''}</Text>
        <View className="staff-queue__leave" role="button" aria-label={STAFF_TEXT.signOut} onClick={leave}>
          <Text>{STAFF_TEXT.signOut}</Text>
        </View>
      </View>
      <View className="staff-queue__links">
        <DeskLinks staff={who} />
      </View>
      <View className="staff-queue__card">
        <QueuePanel queue={desk.queue} selectedId={null} onOpen={openPage} />
      </View>
    </PageFrame>
  );
}
