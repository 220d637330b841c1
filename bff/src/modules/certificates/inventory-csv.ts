import { Readable } from 'node:stream';
import {
  AppError,
  CERTIFICATE_STATE_LABELS,
  type CertificateSummary,
  chinaDate,
  KEY_ALGORITHM_LABELS,
  KEY_PLACE_LABELS,
  MOST_EXPORTED_CERTIFICATES,
  REVOCATION_REASON_LABELS,
} from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { IN_BATCHES } from '../../database/in-batches';
import { noteAct } from '../../http/act-notes';
import { BYTE_ORDER_MARK, csvLine } from '../../http/csv-line';
import type { CertificateModel, CertificateRecord } from './certificate.model';
import { presentCertificateSummary } from './certificate.presenter';
import { type InventoryFilter, inventoryFilter } from './certificate-inventory';

interface Row {
  readonly record: CertificateRecord;
  readonly summary: CertificateSummary;
  readonly now: number;
}

/** A certificate past its end is over; one that was revoked stays so. */
const standing = ({ record, now }: Row) =>
  record.issuedAt && record.notAfter.getTime() <= now && record.state !== 'revoked' ? 'expired' : record.state;

/** In pairs: a spreadsheet would compute with 12E34. */
const inPairs = (hex: string | null): string | null => hex?.replace(/..(?!$)/g, '$&:') ?? null;
const dayOf = (at: string | null): string | null => at && chinaDate(new Date(at));

type Column = readonly [heading: string, field: (row: Row) => string | null];

/** Written for whoever keeps books in Chinese, in whatever language the desk is shown. */
const COLUMNS: readonly Column[] = [
  ['证书名称', ({ summary }) => summary.name],
  ['状态', (row) => CERTIFICATE_STATE_LABELS[standing(row)]],
  ['申请编号', ({ summary }) => summary.orderNumber],
  ['项目', ({ summary }) => summary.projectName],
  ['介质', ({ summary }) => KEY_PLACE_LABELS[summary.keyPlace]],
  ['密钥类型', ({ summary }) => KEY_ALGORITHM_LABELS[summary.algorithm]],
  ['证书序列号', ({ summary }) => inPairs(evenly(summary.serialNumber))],
  ['签发日期', ({ summary }) => dayOf(summary.issuedAt)],
  ['生效日期', ({ summary }) => dayOf(summary.notBefore)],
  ['到期日期', ({ summary }) => dayOf(summary.notAfter)],
  ['注销日期', ({ summary }) => dayOf(summary.revokedAt)],
  ['注销原因', ({ summary: { revocationReason } }) => revocationReason && REVOCATION_REASON_LABELS[revocationReason]],
  ['UKey 序列号', ({ record }) => record.token?.serialNumber ?? null],
];

/** Whole octets, as certificates show it. */
function evenly(hex: string | null): string | null {
  return hex && hex.length % 2 === 1 ? `0${hex}` : hex;
}

interface InventoryCsvDependencies {
  readonly certificates: CertificateModel;
  readonly cipher: FieldCipher;
}

async function* linesOf(
  { certificates, cipher }: InventoryCsvDependencies,
  filter: ReturnType<typeof inventoryFilter>,
  now: Date,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(COLUMNS.map(([heading]) => heading));
  const found = certificates.find(filter).sort({ _id: -1 }).limit(MOST_EXPORTED_CERTIFICATES);
  for await (const record of found.lean<CertificateRecord[]>().cursor(IN_BATCHES)) {
    const row = { record, summary: presentCertificateSummary(cipher, record), now: now.getTime() };
    yield csvLine(COLUMNS.map(([, field]) => field(row)));
  }
}

/**
 * The inventory as a table in UTF-8 (RFC 4180), the newest first, read from the database as fast as it is fetched. How many there
 * were is noted for the audit log. @throws AppError certificates.too_many_to_export
 */
export async function exportInventory(
  needs: InventoryCsvDependencies,
  query: InventoryFilter,
  now: Date,
): Promise<Readable> {
  const filter = inventoryFilter(query);
  const certificates = await needs.certificates.countDocuments(filter, { limit: MOST_EXPORTED_CERTIFICATES + 1 });
  if (certificates > MOST_EXPORTED_CERTIFICATES) {
    throw new AppError('certificates.too_many_to_export', { details: { most: String(MOST_EXPORTED_CERTIFICATES) } });
  }
  noteAct({ certificates, state: query.state ?? 'all', searched: query.search ? 'yes' : 'no' });
  return Readable.from(linesOf(needs, filter, now));
}
