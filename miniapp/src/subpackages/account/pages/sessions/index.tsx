import type { OwnSession } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { PageFrame } from '../../../../components/page-frame';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { StatusTag } from '../../../../components/status-tag';
import { navigateTo } from '../../../../platform/navigation';
import { ROUTES } from '../../../../routes';
import { formatChinaDateTime } from '../../../../text/china-date';
import { SECURITY_TEXT } from '../../texts-security';
import './index.scss';
import { useSessionsPage } from './use-sessions-page';

interface DeviceProps {
  readonly session: OwnSession;
  readonly pending: boolean;
  readonly onEnd: () => void;
}

const Device = ({ session, pending, onEnd }: DeviceProps) => (
  <Card
    title={session.device}
    aside={
      session.current ? (
        <StatusTag tone="good">{SECURITY_TEXT.thisDevice}</StatusTag>
      ) : (
        <PrimaryButton
          kind="secondary"
          small
          pending={pending}
          label={SECURITY_TEXT.endOf(session.device)}
          onTap={onEnd}
        >
          {SECURITY_TEXT.end}
        </PrimaryButton>
      )
    }
  >
    <Text className="sessions__fact">{SECURITY_TEXT.place(session.place)}</Text>
    <Text className="sessions__fact">{SECURITY_TEXT.lastUsed(formatChinaDateTime(session.lastUsedAt))}</Text>
    <Text className="sessions__fact">{SECURITY_TEXT.signedIn(formatChinaDateTime(session.signedInAt))}</Text>
  </Card>
);

export default function SessionsPage() {
  const { list, end, ending, endOthers } = useSessionsPage();
  const sessions = list.data?.items ?? [];
  const others = sessions.filter(({ current }) => !current);
  return (
    <PageFrame title={ROUTES.sessions.title} refresh={list.reload} load={list}>
      <View className="sessions__lead">
        <Text>{SECURITY_TEXT.sessionsLead}</Text>
      </View>
      {sessions.map((session) => (
        <Device
          key={session.id}
          session={session}
          pending={ending === session.id}
          onEnd={() => void end.run(session)}
        />
      ))}
      <ProblemNotice problem={end.problem ?? endOthers.problem} />
      {others.length > 0 ? (
        <View className="sessions__actions">
          <PrimaryButton kind="danger" pending={endOthers.pending} onTap={() => void endOthers.run()}>
            {SECURITY_TEXT.endOthers}
          </PrimaryButton>
          <PrimaryButton kind="plain" onTap={() => void navigateTo('password')}>
            {SECURITY_TEXT.changePassword}
          </PrimaryButton>
        </View>
      ) : (
        <Text className="sessions__only">{SECURITY_TEXT.onlyThis}</Text>
      )}
    </PageFrame>
  );
}
