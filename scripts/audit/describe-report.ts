import type { BrokenLinkKind } from '../../bff/src/modules/audit';
import type { CollectionReport } from './verify-audit-collection';

const MEANINGS: Record<BrokenLinkKind, string> = {
  changed: 'its content is not what was recorded',
  missing: 'it is missing, and what follows is there',
  reordered: "it stands at another record's place",
  repeated: 'its number occurs twice',
  rewritten: 'it was replaced by another record and hashed anew',
  truncated: 'it is missing, as is everything up to the last anchor',
};

const number = new Intl.NumberFormat('en');

/** What `npm run audit:verify` prints. */
export function describeReport(report: CollectionReport, anchors: number, seconds: number): string {
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
      anchors === 0
        ? 'There is no anchor: records cut off at the end, or a chain rewritten as a whole, would not be noticed.'
        : `${anchorsPassed} of ${anchors} anchors passed.`,
    );
  }
  if (outside > 0) {
    lines.push(`${number.format(outside)} entries stand outside the chain (no number); nothing vouches for them.`);
  }
  return lines.join('\n');
}
