import type { DataExport } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { StatusTag } from '../../../../components/status-tag';
import { ProofField } from '../../../../features/proof-field';
import { formatChinaDateTime } from '../../../../text/china-date';
import { MY_DATA_TEXT as TEXT } from '../../texts-my-data';
import type { useMyData } from './use-my-data';

type PageState = ReturnType<typeof useMyData>;
const TONES = { preparing: 'active', ready: 'good', expired: 'neutral', failed: 'bad' } as const;
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

function factsOf({ state, expiresAt, byteLength }: DataExport): string {
  if (state === 'preparing') {
    return TEXT.preparingHint;
  }
  if (state === 'failed') {
    return TEXT.failedHint;
  }
  const size = TEXT.size(megabytes(byteLength ?? 0));
  return state === 'ready' && expiresAt ? `${size} · ${TEXT.until(formatChinaDateTime(expiresAt))}` : size;
}

function ExportRow({ item, page }: { readonly item: DataExport; readonly page: PageState }) {
  const { fetched, fetchExport, send } = page;
  const isFetched = fetched?.id === item.id;
  return (
    <View className="my-data__export">
      <View className="my-data__export-head">
        <Text className="my-data__export-name">{TEXT.exportOf(formatChinaDateTime(item.requestedAt))}</Text>
        <StatusTag tone={TONES[item.state]}>{TEXT[item.state]}</StatusTag>
      </View>
      <Text className="my-data__note">{isFetched ? TEXT.sendHint : factsOf(item)}</Text>
      {item.state === 'ready' &&
        (isFetched ? (
          <PrimaryButton kind="secondary" onTap={() => send(fetched.path)}>
            {TEXT.send}
          </PrimaryButton>
        ) : (
          <PrimaryButton
            kind="secondary"
            pending={fetchExport.pending}
            pendingLabel={TEXT.downloading}
            onTap={() => void fetchExport.run(item)}
          >
            {TEXT.download}
          </PrimaryButton>
        ))}
    </View>
  );
}

/** What there is to fetch, and a new export. */
export function ExportCard(page: PageState) {
  const { load, proof, startExport, fetchExport } = page;
  const exports = load.data?.exports ?? [];
  const isPreparing = exports.some(({ state }) => state === 'preparing');
  const problem = startExport.problem ?? fetchExport.problem ?? proof.sendCode.problem;
  return (
    <Card title={TEXT.exportTitle}>
      <Text className="my-data__note">{TEXT.exportLead}</Text>
      {exports.map((item) => (
        <ExportRow key={item.id} item={item} page={page} />
      ))}
      {!isPreparing && (
        <>
          <ProofField proof={proof} problem={startExport.problem} phoneMasked={load.data?.phoneMasked ?? ''} />
          <ProblemNotice problem={problem && problem.fields.length === 0 ? problem : null} />
          <PrimaryButton
            pending={startExport.pending}
            pendingLabel={TEXT.preparing}
            onTap={() => void startExport.run()}
          >
            {TEXT.startExport}
          </PrimaryButton>
        </>
      )}
    </Card>
  );
}
