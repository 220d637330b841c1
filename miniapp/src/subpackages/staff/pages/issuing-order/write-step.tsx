import { endpoints, type StaffCertificate } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { call } from '../../../../api/client';
import { Card } from '../../../../components/card';
import { Notice } from '../../../../components/notice';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { ask, say } from '../../../../features/ask';
import { ukeyAgent } from '../../../../features/ukey-agent/ukey-agent';
import { useAction } from '../../../../features/use-action';
import { saveChain } from '../../certificates/save-chain';
import { writeIntoToken } from '../../issuing/make-in-ukey';
import { PinField } from '../../issuing/pin-field';
import { STAFF_ISSUING_TEXT as TEXT } from '../../texts-issuing';
import '../../../../features/ukey-agent/ukey-agent.scss';
import { useAgentAction } from '../../../../features/ukey-agent/use-agent-action';
import { DeskTokens } from '../../issuing/desk-tokens';
import { ManualWay } from './manual-way';
import type { StepProps } from './use-issuing-order';

interface WriteProps extends StepProps {
  readonly certificate: StaffCertificate;
  /** Of the UKey that has the key. */
  readonly serial: string;
}

function useWriting({ page, issuing, order, certificate, serial }: WriteProps) {
  const { agent, opened } = page;
  const token = agent.link.kind === 'here' ? agent.link.tokens.find((each) => each.serial === serial) : undefined;
  const confirm = async () => {
    const params = { certificateId: certificate.id };
    const confirmed = await call(endpoints.certificateDesk.confirmToken, {
      params,
      body: { tokenSerialNumber: serial },
    });
    page.setIssuing({ ...issuing, certificate: confirmed });
    say(TEXT.written);
  };
  const write = useAgentAction(async () => {
    const ready = token && (await opened.open(token));
    if (ready) {
      const { orderNumber } = order;
      const { algorithm, chainPem } = certificate;
      await writeIntoToken(ukeyAgent, ready, { orderNumber, algorithm, chainPem });
      await confirm();
    }
  }, agent.look);
  const download = useAction(() => saveChain(certificate));
  const confirmByHand = useAction(async () => {
    const text = TEXT.confirmWrittenText(serial);
    if (await ask({ title: TEXT.confirmWrittenTitle, text, confirm: TEXT.confirmWrittenYes })) {
      await confirm();
    }
  });
  return { token, write, download, confirmByHand };
}

/** The certificate goes into the UKey that made the key, and is checked there. */
export function WriteStep(props: WriteProps) {
  const { page, serial } = props;
  const { token, write, download, confirmByHand } = useWriting(props);
  return (
    <Card title={TEXT.steps.write}>
      <Text className="ukey-agent__note">{TEXT.writeLead(serial)}</Text>
      <ProblemNotice problem={write.problem} />
      <DeskTokens agent={page.agent}>
        {(tokens) =>
          token ? (
            <>
              <PinField opened={page.opened} />
              <PrimaryButton pending={write.pending} pendingLabel={TEXT.writing} onTap={() => void write.run()}>
                {TEXT.write}
              </PrimaryButton>
            </>
          ) : (
            <Notice kind="warning">{tokens.length === 0 ? TEXT.noToken : TEXT.otherToken}</Notice>
          )
        }
      </DeskTokens>
      <ManualWay>
        <Text className="ukey-agent__note">{TEXT.manualWrite}</Text>
        <ProblemNotice problem={download.problem ?? confirmByHand.problem} />
        <View className="issuing-order__deeds">
          <PrimaryButton small kind="secondary" onTap={() => void download.run()}>
            {TEXT.downloadChain}
          </PrimaryButton>
          <PrimaryButton small pending={confirmByHand.pending} onTap={() => void confirmByHand.run()}>
            {TEXT.confirmWritten}
          </PrimaryButton>
        </View>
      </ManualWay>
    </Card>
  );
}
