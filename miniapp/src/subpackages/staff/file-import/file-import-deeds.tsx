import { View } from '@tarojs/components';
import { Notice } from '../../../components/notice';
import { PrimaryButton } from '../../../components/primary-button';
import { ProblemNotice } from '../../../components/problem-notice';
import type { FileImport } from './use-file-import';

interface FileImportDeedsProps<Result> {
  readonly file: FileImport<Result>;
  /** Lines that could be recorded by what was looked at; 0: nothing is to be recorded. */
  readonly toRecord: number;
  readonly text: {
    readonly choose: string;
    readonly chooseOther: string;
    readonly checking: string;
    readonly record: (count: number) => string;
    readonly recording: string;
    readonly fileTooLarge: string;
  };
  readonly className: string;
}

/** The two steps of a file: choosing it, and recording what was seen to fit. */
export function FileImportDeeds<Result>({ file, toRecord, text, className }: FileImportDeedsProps<Result>) {
  const { result, isTooLarge, choose, record } = file;
  return (
    <>
      {isTooLarge && <Notice kind="danger">{text.fileTooLarge}</Notice>}
      <ProblemNotice problem={choose.problem ?? record.problem} />
      <View className={className}>
        <PrimaryButton
          small
          kind={toRecord > 0 ? 'secondary' : 'primary'}
          pending={choose.pending}
          pendingLabel={text.checking}
          onTap={() => void choose.run()}
        >
          {result ? text.chooseOther : text.choose}
        </PrimaryButton>
        {toRecord > 0 && (
          <PrimaryButton small pending={record.pending} pendingLabel={text.recording} onTap={() => void record.run()}>
            {text.record(toRecord)}
          </PrimaryButton>
        )}
      </View>
    </>
  );
}
