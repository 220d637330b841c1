import { Text } from '@tarojs/components';
import { useEffect } from 'react';
import { Card } from '../../../../components/card';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { TextField } from '../../../../components/text-field';
import { scansCodes } from '../../../../platform/scan-code';
import { useScan } from '../../delivery/use-scan';
import { enterTextField } from '../../platform/keyboard';
import { STAFF_DELIVERY_TEXT as TEXT } from '../../texts-deliveries';
import type { PickUp } from './use-pick-up';

/** A code with spaces in fours. */
const LONGEST_CODE = 20;

/** Where the code is scanned or typed. */
export function CodeCard({ page: { code, codeError, type, find } }: { readonly page: PickUp }) {
  useEffect(() => enterTextField(TEXT.code), []);
  const submit = async () => {
    await find.run();
    enterTextField(TEXT.code);
  };
  const { scan, complaint, forget } = useScan(async (scanned) => {
    type(scanned);
    await find.run();
  });
  return (
    <Card>
      <Text className="staff-pick-up__lead">{TEXT.pickUpLead}</Text>
      <TextField
        label={TEXT.code}
        hint={TEXT.codeHint}
        maxLength={LONGEST_CODE}
        value={code}
        error={complaint ?? codeError}
        onChange={(typed) => {
          forget();
          type(typed);
        }}
        onConfirm={() => void submit()}
        after={
          scansCodes && (
            <PrimaryButton small kind="plain" onTap={() => void scan()}>
              {TEXT.scan}
            </PrimaryButton>
          )
        }
      />
      <ProblemNotice problem={find.problem} />
      <PrimaryButton pending={find.pending} pendingLabel={TEXT.finding} onTap={() => void submit()}>
        {TEXT.findCode}
      </PrimaryButton>
    </Card>
  );
}
