import type { StaffCertificate } from '@acceptance/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '../../../../components/card';
import { LinkRow } from '../../../../components/link-row';
import { Notice } from '../../../../components/notice';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { TextLink } from '../../../../components/text-link';
import { ask, say } from '../../../../features/ask';
import { reachesAgent } from '../../../../platform/ask-agent';
import { navigateBack, navigateTo } from '../../../../platform/navigation';
import { UKEY_AGENT_TEXT } from '../../../../text/ukey-agent';
import { labelSheet, letterSheet, safeSheet } from '../../issuing/printed-sheets';
import { printSheet } from '../../platform/print-sheet';
import { STAFF_ISSUING_TEXT as TEXT } from '../../texts-issuing';
import '../../../../features/ukey-agent/ukey-agent.scss';
import { ukeyAgent } from '../../../../features/ukey-agent/ukey-agent';
import { useAgentAction } from '../../../../features/ukey-agent/use-agent-action';
import { DeskTokens } from '../../issuing/desk-tokens';
import type { StepProps } from './use-issuing-order';

interface PrintProps extends StepProps {
  readonly certificate: StaffCertificate;
  readonly serial: string;
}

/** The PINs, until somebody says that they are on paper; then nobody can have them again. */
function Letters({ page, order, certificate, serial }: PrintProps) {
  const { agent, opened } = page;
  const [isConfirmed, setConfirmed] = useState(false);
  const token = agent.link.kind === 'here' ? agent.link.tokens.find((each) => each.serial === serial) : undefined;
  const fetchLetter = useAgentAction(async () => {
    if (token) {
      await opened.open(token);
    }
  }, agent.look);
  const confirm = useAgentAction(async () => {
    if (await ask({ title: TEXT.confirmTitle, text: TEXT.confirmText, confirm: TEXT.confirmYes })) {
      await ukeyAgent('confirmPreparation', { label: order.orderNumber });
      opened.forget();
      setConfirmed(true);
      say(TEXT.letterConfirmed);
    }
  }, agent.look);
  const { letter } = opened;
  if (isConfirmed || opened.asksPin) {
    return (
      <Notice kind={isConfirmed ? 'success' : 'info'}>{isConfirmed ? TEXT.letterConfirmed : TEXT.letterGone}</Notice>
    );
  }
  if (letter) {
    return (
      <>
        <ProblemNotice problem={confirm.problem} />
        <View className="issuing-order__deeds">
          <PrimaryButton small kind="secondary" onTap={() => printSheet(letterSheet(certificate, letter))}>
            {TEXT.printLetter}
          </PrimaryButton>
          <PrimaryButton small kind="secondary" onTap={() => printSheet(safeSheet(certificate, letter))}>
            {TEXT.printSafe}
          </PrimaryButton>
          <PrimaryButton
            small
            pending={confirm.pending}
            pendingLabel={TEXT.confirming}
            onTap={() => void confirm.run()}
          >
            {TEXT.confirmLetter}
          </PrimaryButton>
        </View>
      </>
    );
  }
  if (agent.link.kind === 'away') {
    return (
      <Notice action={{ label: UKEY_AGENT_TEXT.reconnect, onTap: () => void agent.look() }}>{TEXT.letterAway}</Notice>
    );
  }
  return (
    <DeskTokens agent={agent}>
      {() =>
        token ? (
          <>
            <ProblemNotice problem={fetchLetter.problem} />
            <PrimaryButton
              kind="secondary"
              pending={fetchLetter.pending}
              pendingLabel={TEXT.fetching}
              onTap={() => void fetchLetter.run()}
            >
              {TEXT.fetchLetter}
            </PrimaryButton>
          </>
        ) : (
          <Notice>{TEXT.putIn(serial)}</Notice>
        )
      }
    </DeskTokens>
  );
}

/** The certificate is in the token: what goes on paper, and where to go on. */
export function PrintStep(props: PrintProps) {
  const { certificate } = props;
  return (
    <Card title={TEXT.steps.print}>
      <Notice kind="success" title={TEXT.doneTitle}>
        {TEXT.done}
      </Notice>
      {reachesAgent && (
        <View className="issuing-order__deeds">
          <PrimaryButton small kind="secondary" onTap={() => printSheet(labelSheet(certificate))}>
            {TEXT.printLabel}
          </PrimaryButton>
        </View>
      )}
      <Letters {...props} />
      <LinkRow>
        <TextLink onTap={() => void navigateTo('staffCertificate', { certificateId: certificate.id })}>
          {TEXT.toCertificate}
        </TextLink>
        <TextLink onTap={() => void navigateTo('staffDelivery', { orderId: certificate.orderId })}>
          {TEXT.toDelivery}
        </TextLink>
        <TextLink onTap={() => void navigateBack('staffIssuing')}>{TEXT.toQueue}</TextLink>
      </LinkRow>
    </Card>
  );
}
