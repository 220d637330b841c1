import { Text } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { ChoiceGroup } from '../../../../components/choice-group';
import { Notice } from '../../../../components/notice';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { PasswordField } from '../../../../components/text-field';
import { KEY_ALGORITHM_LABELS } from '../../../../text/certificate-labels';
import { CERTIFICATE_TEXT as TEXT } from '../../text';
import type { Receive } from './use-receive';

/** A key was made and has not arrived: it goes on with that one. */
function Resume({ send, csr }: Pick<Receive, 'send'> & { readonly csr: string }) {
  return (
    <Card>
      {!send.pending && <Text className="certificate__note">{TEXT.resumeNote}</Text>}
      <ProblemNotice problem={send.problem} />
      <PrimaryButton pending={send.pending} pendingLabel={TEXT.sending} onTap={() => void send.run(csr)}>
        {TEXT.resume}
      </PrimaryButton>
    </Card>
  );
}

/** The holder chooses kind and PIN, and this device makes the key. */
export function MakeKey(page: Receive) {
  const { algorithms, algorithm, choose, kept, form, make, send } = page;
  if (kept) {
    return <Resume send={send} csr={kept.csr} />;
  }
  if (!algorithm) {
    return <Notice kind="warning">{TEXT.noAlgorithm}</Notice>;
  }
  const submit = () => void make.run();
  return (
    <>
      {algorithms.length > 1 && (
        <Card title={TEXT.algorithm}>
          <ChoiceGroup
            label={TEXT.algorithm}
            choices={algorithms.map((value) => ({
              value,
              label: KEY_ALGORITHM_LABELS[value],
              hint: TEXT.algorithmHints[value],
            }))}
            value={algorithm}
            onChange={choose}
          />
        </Card>
      )}
      <Card title={TEXT.pinTitle}>
        <Text className="certificate__note">{TEXT.pinLead}</Text>
        <PasswordField
          label={TEXT.pin}
          fresh
          value={form.values.pin}
          hint={TEXT.pinRule}
          error={form.errorOf('pin', null)}
          onChange={(pin) => form.change('pin', pin)}
          onLeave={() => form.leave('pin')}
        />
        <PasswordField
          label={TEXT.pinAgain}
          fresh
          value={form.values.again}
          error={form.errorOf('again', null)}
          onChange={(again) => form.change('again', again)}
          onLeave={() => form.leave('again')}
          onConfirm={submit}
        />
        <ProblemNotice problem={make.problem ?? send.problem} />
        <PrimaryButton pending={make.pending} pendingLabel={TEXT.making} onTap={submit}>
          {TEXT.make}
        </PrimaryButton>
      </Card>
    </>
  );
}
