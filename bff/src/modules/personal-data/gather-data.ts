import type { Model, QueryFilter } from 'mongoose';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import type { ContractMaker } from '../../ports/contract-maker';
import type { FileStore } from '../../ports/file-store';
import { type AccountModel, type AccountRecord, EMAIL_PURPOSE, findAccount, openPerson, phoneOf } from '../account';
import { type AuditEntryModel, actsOn } from '../audit';
import { listOwnSessions, type SessionModel } from '../auth';
import { transferData } from '../bank-transfers';
import type { CertificateModel } from '../certificates';
import { ownConsents } from '../contracts';
import { AGENT_PURPOSE, type DeliveryModel, type DeliveryRecord, openSteps } from '../deliveries';
import { type ElectronicSealModel, presentSeal } from '../electronic-seals';
import type { FaceCheckModel } from '../face-checks';
import { type FileModel, type FileRecord, type FileReference, UNHELD } from '../files';
import { openIdentityDraft } from '../identity';
import { type IdentityCheckModel, type IdentityCheckRecord, openTyped } from '../identity-checks';
import { type InvoiceModel, type InvoiceRecord, openParticulars } from '../invoices';
import { type NoticeModel, type NoticeRecord, noticesData } from '../notifications';
import { type OrderModel, type OrderRecord, viewOwnOrder } from '../orders';
import { nameInkOf, type Person } from '../person';
import type { PhoneChangeModel } from '../phone-changes';
import type { UkeyUnlockModel, UkeyUnlockRecord } from '../ukey-unlocks';
import { EXPORT_README } from './export-readme';
import { certificateData, phoneChangeData, refundData, sealFilesOf } from './own-records';

export interface GatherDependencies {
  readonly accounts: AccountModel;
  readonly orders: OrderModel;
  readonly files: FileModel;
  readonly deliveries: DeliveryModel;
  readonly invoices: InvoiceModel;
  readonly notices: NoticeModel;
  readonly identityChecks: IdentityCheckModel;
  readonly faceChecks: FaceCheckModel;
  readonly ukeyUnlocks: UkeyUnlockModel;
  readonly certificates: CertificateModel;
  readonly electronicSeals: ElectronicSealModel;
  readonly phoneChanges: PhoneChangeModel;
  readonly sessions: SessionModel;
  readonly auditEntries: AuditEntryModel;
  readonly fileStore: FileStore;
  readonly contractMaker: ContractMaker;
  readonly cipher: FieldCipher;
}

/** One file of the export: its path in the ZIP and what it holds. */
export type ExportedFile = readonly [path: string, content: Buffer];

const json = (path: string, value: unknown): ExportedFile => [path, Buffer.from(`${JSON.stringify(value, null, 2)}\n`)];

function accountData(cipher: FieldCipher, account: AccountRecord) {
  return {
    phone: phoneOf(cipher, account),
    email: account.email && {
      address: cipher.decryptText(account.email.address, EMAIL_PURPOSE, recordIdOf(account)),
      confirmedAt: account.email.confirmedAt,
    },
    identity: account.identity && {
      ...withoutPicture(openPerson(cipher, account.identity.person, recordIdOf(account))),
      verifiedAt: account.identity.verifiedAt,
      verifiedBy: account.identity.verifiedBy ?? 'provider',
    },
    identityDraft: openIdentityDraft(cipher, account),
    identityConsents: account.identityConsents ?? [],
    faceConsents: account.faceConsents ?? [],
    passwordSetAt: account.password?.setAt ?? null,
    wechatBound: account.openid !== null,
    acceptedTerms: account.terms,
    createdAt: account.createdAt,
  };
}

/** The picture is a file of its own. */
const withoutPicture = ({ name, idNumber, phone }: Person) => ({ name, idNumber, phone });

/** How a name looks that the contract prints as a picture: the verified one, and those that checks by staff are about. */
function namePictures(
  { contractMaker, cipher }: GatherDependencies,
  account: AccountRecord,
  checks: readonly IdentityCheckRecord[],
): ExportedFile[] {
  const person = account.identity && openPerson(cipher, account.identity.person, recordIdOf(account));
  const named = [
    ['name-picture.png', person ?? {}] as const,
    ...checks.map((check) => [`identity-check-${recordIdOf(check)}-name.png`, openTyped(cipher, check)] as const),
  ];
  return named.flatMap(([path, whose]): ExportedFile[] => {
    const ink = nameInkOf(whose);
    return ink ? [[path, contractMaker.showName(ink).png]] : [];
  });
}

/** What was asked of the staff and what they answered; who it was stays out. */
const checkData = (cipher: FieldCipher, check: IdentityCheckRecord) => {
  const { orderId, state, reason, requestedAt, promisedBy, refusal, settledAt } = check;
  const { person, nameNote } = openTyped(cipher, check);
  return { person, nameNote, orderId, state, reason, requestedAt, promisedBy, refusal, settledAt };
};

/** How the certificates came: parcels and what couriers said, who fetched one. */
function deliveryData(cipher: FieldCipher, delivery: DeliveryRecord) {
  const id = recordIdOf(delivery);
  const { orderNumber, way, readyAt, collected } = delivery;
  const parcels = delivery.parcels.map((parcel) => {
    const { courier, trackingNumber, state, sentAt, receivedAt } = parcel;
    return { courier, trackingNumber, state, sentAt, receivedAt, steps: openSteps(cipher, parcel, id) };
  });
  const agentName = collected?.agentName ? cipher.decryptText(collected.agentName, AGENT_PURPOSE, id) : null;
  return {
    orderNumber,
    way,
    readyAt,
    parcels,
    collected: collected && { at: collected.at, by: collected.by, agentName },
  };
}

/** New PINs for UKeys; who of the staff it was stays out. */
const unlockData = ({ orderNumber, serialNumber, state, askedAt, endsAt, document, endedAt }: UkeyUnlockRecord) => ({
  orderNumber,
  serialNumber,
  state,
  askedAt,
  endsAt,
  documentComparedAt: document?.at ?? null,
  endedAt,
});

const EXTENSIONS: Readonly<Record<FileReference['mediaType'], string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/bmp': 'bmp',
};

/** What an order refers to in the file store, by the name it gets in the ZIP. */
function documentsOf(order: OrderRecord): [string, string][] {
  const { orderNumber, contract, formerContracts, idCard, signature, attachments, transfer } = order;
  const named = (name: string, file: FileReference | null): [string, string][] =>
    file ? [[`documents/${orderNumber}/${name}.${EXTENSIONS[file.mediaType]}`, file.id]] : [];
  return [
    ...[contract, ...formerContracts].flatMap(({ fileId }, index): [string, string][] =>
      fileId ? [[`documents/${orderNumber}/${index === 0 ? 'contract' : `former-contract-${index}`}.pdf`, fileId]] : [],
    ),
    ...named('id-card-front', idCard.front),
    ...named('id-card-back', idCard.back),
    ...named('signature', signature),
    ...named('transfer-slip', transfer?.slip ?? null),
    ...attachments.flatMap(({ kind, file }, index) => named(`attachment-${index + 1}-${kind}`, file)),
  ];
}

/** Every other picture that is kept: what a review saw before it was replaced, and what is on its way into an order. */
async function otherPictures(
  files: FileModel,
  { accountId, orders, named }: { accountId: string; orders: readonly OrderRecord[]; named: ReadonlySet<string> },
): Promise<[string, string][]> {
  const numbers = new Map(orders.map(({ _id, orderNumber }) => [_id.toHexString(), orderNumber]));
  const all = await files
    .find({ accountId, ...UNHELD })
    .sort({ _id: 1 })
    .lean<FileRecord[]>();
  return all.flatMap(({ _id, orderId, purpose, mediaType }): [string, string][] => {
    const id = _id.toHexString();
    const folder = `documents/${numbers.get(orderId) ?? orderId}/earlier`;
    return named.has(id) ? [] : [[`${folder}/${purpose}-${id}.${EXTENSIONS[mediaType]}`, id]];
  });
}

/** Everything that was done to an account and its orders; who did it, by kind and role only. */
async function accessLog(auditEntries: AuditEntryModel, objects: readonly string[]) {
  const entries: unknown[] = [];
  for (const object of objects) {
    let after: number | null = 0;
    while (after !== null) {
      const page: Awaited<ReturnType<typeof actsOn>> = await actsOn(auditEntries, object, { after });
      for (const { at, action, outcome, actor } of page.items) {
        entries.push({ at, action, outcome, object, by: actor.role ?? actor.kind });
      }
      after = page.next;
    }
  }
  return entries;
}

const invoiceData = (cipher: FieldCipher, invoice: InvoiceRecord) => ({
  orderNumber: invoice.orderNumber,
  state: invoice.state,
  amountFen: invoice.amountFen,
  ...openParticulars(cipher, invoice),
  wantedAt: invoice.wantedAt,
  number: invoice.issued?.number ?? null,
  issuedOn: invoice.issued?.issuedOn ?? null,
  redLetterNumber: invoice.redLetter?.number ?? null,
  mailedAt: invoice.mailedAt,
});

/** Gathers all that is kept about somebody, one document after another. @throws AppError auth.session_expired */
export async function* gatherData(
  dependencies: GatherDependencies,
  accountId: string,
  now: Date,
): AsyncGenerator<ExportedFile> {
  const { accounts, identityChecks, faceChecks, orders, deliveries, files, auditEntries, fileStore, cipher } =
    dependencies;
  const ownOf = <Owned extends { readonly accountId: string }>(model: Model<Owned>): Promise<Owned[]> =>
    model
      .find({ accountId } as QueryFilter<Owned>)
      .sort({ _id: 1 })
      .lean<Owned[]>();
  const account = await findAccount(accounts, accountId);
  const ownOrders = await ownOf(orders);
  yield ['README.txt', Buffer.from(EXPORT_README)];
  yield json('account.json', accountData(cipher, account));
  yield json(
    'orders.json',
    ownOrders.map((order) => viewOwnOrder(cipher, order, account.identity !== null)),
  );
  yield json(
    'consents.json',
    ownOrders.flatMap((order) => ownConsents(cipher, order)),
  );
  yield json(
    'transfers.json',
    ownOrders.flatMap((order) => transferData(cipher, order) ?? []),
  );
  const ownDeliveries = await ownOf(deliveries);
  yield json(
    'deliveries.json',
    ownDeliveries.map((delivery) => deliveryData(cipher, delivery)),
  );
  const ofOwnOrders = { orderId: { $in: ownOrders.map(({ _id }) => _id.toHexString()) } };
  const ownNotices = await dependencies.notices.find(ofOwnOrders).sort({ _id: 1 }).lean<NoticeRecord[]>();
  yield json(
    'messages.json',
    ownNotices.map((notice) => noticesData(cipher, notice)),
  );
  const ownInvoices = await ownOf(dependencies.invoices);
  yield json(
    'invoices.json',
    ownInvoices.map((invoice) => invoiceData(cipher, invoice)),
  );
  yield json(
    'refunds.json',
    ownOrders.flatMap((order) => refundData(cipher, order)),
  );
  const ownCertificates = await ownOf(dependencies.certificates);
  yield json(
    'certificates.json',
    ownCertificates.map((record) => certificateData(cipher, record)),
  );
  const ownSeals = await ownOf(dependencies.electronicSeals);
  yield json(
    'seals.json',
    ownSeals.map((record) => presentSeal(cipher, record)),
  );
  const changes = await ownOf(dependencies.phoneChanges);
  yield json('phone-changes.json', changes.map(phoneChangeData));
  const checks = await ownOf(identityChecks);
  yield json(
    'identity-checks.json',
    checks.map((check) => checkData(cipher, check)),
  );
  const faces = await ownOf(faceChecks);
  yield json(
    'face-checks.json',
    faces.map(({ state, failure, startedAt, settledAt }) => ({ state, failure, startedAt, settledAt })),
  );
  const unlocks = await ownOf(dependencies.ukeyUnlocks);
  yield json('ukey-unlocks.json', unlocks.map(unlockData));
  yield* namePictures(dependencies, account, checks);
  yield json('devices.json', (await listOwnSessions(dependencies, { accountId, sessionId: '', now })).items);
  const objects = [
    `account:${accountId}`,
    ...ownOrders.map(({ _id }) => `order:${_id.toHexString()}`),
    ...checks.map(({ _id }) => `identityCheck:${_id.toHexString()}`),
    ...unlocks.map(({ _id }) => `ukeyUnlock:${_id.toHexString()}`),
  ];
  yield json('access-log.json', await accessLog(auditEntries, objects));
  const signatures = ownDeliveries.flatMap(({ orderNumber, collected }): [string, string][] =>
    collected ? [[`documents/${orderNumber}/pick-up-signature.png`, collected.signatureId]] : [],
  );
  const invoicePdfs = ownInvoices.flatMap(({ orderNumber, pdfId }): [string, string][] =>
    pdfId ? [[`documents/${orderNumber}/invoice.pdf`, pdfId]] : [],
  );
  const current = [...ownOrders.flatMap(documentsOf), ...signatures, ...invoicePdfs, ...ownSeals.flatMap(sealFilesOf)];
  const named = new Set(current.map(([, fileId]) => fileId));
  const others = await otherPictures(files, { accountId, orders: ownOrders, named });
  for (const [path, fileId] of [...current, ...others]) {
    const bytes = await fileStore.read(fileId);
    if (bytes) {
      yield [path, bytes];
    }
  }
}
