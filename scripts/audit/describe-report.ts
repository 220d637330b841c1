import type { BrokenLinkKind } from '../../bff/src/modules/audit';
import type { CollectionReport } from './verify-audit-collection';

const MEANINGS: Record<BrokenLinkKind, string> = {
  changed: 'its content is not what was recorded',
  missing: 'it is missing, and what follows is there',
  reordered: "it stands at another record's place",
  repeated: 'its number occurs twice',
  rewritten: 'it was replaced by another record and hashed anew',
  truncated: 'it is missing, as is everything up to the last anchor',
  unauthenticated:
    'it carries no authentication; that was removed, or it is from before AUDIT_AUTHENTICATED_FROM should begin',
  'unknown-key': 'it is authenticated by a key that is not in AUDIT_KEYS',
  forged: 'it was written by somebody without the key of the audit log',
};

const number = new Intl.NumberFormat('en');

/** Who vouches for the records besides their hashes. */
function authenticationLines({ end, byKey }: CollectionReport, from: number | null): string[] {
  if (from === null) {
    return ['NOT AUTHENTICATED: without AUDIT_KEYS a chain rewritten as a whole looks like this one.'];
  }
  const parts = byKey.map(
    ({ keyId, records, firstSeq, lastSeq }) => `${number.format(records)} by key ${keyId} (${firstSeq}–${lastSeq})`,
  );
  const first = byKey[0]?.firstSeq ?? end.seq + 1;
  return [
    ...(parts.length > 0 ? [`Authenticated: ${parts.join(', ')}.`] : []),
    ...(first > 1 && end.seq > 0
      ? [`The records before ${first} carry no authentication; they must from ${from} on.`]
      : []),
  ];
}

/** What `npm run audit:verify` prints. */
export function describeReport(
  report: CollectionReport,
  { anchors, from, seconds }: { anchors: number; from: number | null; seconds: number },
): string {
  const { records, end, anchorsPassed, brokenLink, outside } = report;
  const walked = `${number.format(records)} records in ${seconds.toFixed(1)} s`;
  const lines = brokenLink
    ? [
        `BROKEN at record ${brokenLink.seq}: ${brokenLink.kind} — ${MEANINGS[brokenLink.kind]}.`,
        `Unbroken before it: ${walked}, ${anchorsPassed} of ${anchors} anchors passed.`,
      ]
    : [`The audit chain is unbroken: ${walked}.`, `It ends with record ${end.seq}, hash ${end.hash}.`];
  if (!brokenLink) {
    lines.push(
      ...authenticationLines(report, from),
      anchors === 0
        ? 'There is no anchor: records cut off at the end would not be noticed, nor a chain rewritten by who has the key.'
        : `${anchorsPassed} of ${anchors} anchors passed.`,
    );
  }
  if (outside > 0) {
    lines.push(`${number.format(outside)} entries stand outside the chain (no number); nothing vouches for them.`);
  }
  return lines.join('\n');
}
