import type { Model, QueryFilter } from 'mongoose';
import type { FieldCipher } from '../../database/field-cipher';
import { IN_BATCHES } from '../../database/in-batches';
import { recordIdOf } from '../../database/record-id';
import type { ZipEntry } from '../../http/zip-stream';
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
import { eachOf, jsonEntry, jsonListEntry } from './json-entry';
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
async function* namePictures(
  { contractMaker, cipher }: GatherDependencies,
  account: AccountRecord,
  checks: AsyncIterable<IdentityCheckRecord>,
): AsyncGenerator<ZipEntry> {
  const pictureOf = (path: string, whose: Parameters<typeof nameInkOf>[0]): ZipEntry[] => {
    const ink = nameInkOf(whose);
    return ink ? [{ path, content: contractMaker.showName(ink).png }] : [];
  };
  const person = account.identity && openPerson(cipher, account.identity.person, recordIdOf(account));
  yield* pictureOf('name-picture.png', person ?? {});
  yield* eachOf(checks, (check) => pictureOf(`identity-check-${recordIdOf(check)}-name.png`, openTyped(cipher, check)));
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

/** A file of the file store, by the name it gets in the ZIP. */
type StoredDocument = readonly [path: string, fileId: string];

/** What an order refers to in the file store. */
function documentsOf(order: OrderRecord): StoredDocument[] {
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
function otherPictures(
  files: FileModel,
  { accountId, numbers, named }: { accountId: string; numbers: Map<string, string>; named: ReadonlySet<string> },
): AsyncIterable<StoredDocument> {
  const all = files
    .find({ accountId, ...UNHELD })
    .sort({ _id: 1 })
    .lean<FileRecord[]>()
    .cursor(IN_BATCHES);
  return eachOf<FileRecord, StoredDocument>(all, ({ _id, orderId, purpose, mediaType }) => {
    const id = _id.toHexString();
    const folder = `documents/${numbers.get(orderId) ?? orderId}/earlier`;
    return named.has(id) ? [] : [[`${folder}/${purpose}-${id}.${EXTENSIONS[mediaType]}`, id]];
  });
}

/** Everything that was done to an account and its orders; who did it, by kind and role only. */
async function* accessLog(auditEntries: AuditEntryModel, objects: readonly string[]) {
  for (const object of objects) {
    let after: number | null = 0;
    while (after !== null) {
      const page: Awaited<ReturnType<typeof actsOn>> = await actsOn(auditEntries, object, { after });
      for (const { at, action, outcome, actor } of page.items) {
        yield { at, action, outcome, object, by: actor.role ?? actor.kind };
      }
      after = page.next;
    }
  }
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

/** Documents of the file store one after another; what is in `named` was given before. */
async function* storedDocuments(
  { files, orders, deliveries, invoices, electronicSeals }: GatherDependencies,
  { accountId, ownOf, numbers }: { accountId: string; ownOf: OwnRecords; numbers: Map<string, string> },
): AsyncGenerator<StoredDocument> {
  const named = new Set<string>();
  const current = [
    eachOf(ownOf(orders), documentsOf),
    eachOf(ownOf(deliveries), ({ orderNumber, collected }): StoredDocument[] =>
      collected ? [[`documents/${orderNumber}/pick-up-signature.png`, collected.signatureId]] : [],
    ),
    eachOf(ownOf(invoices), ({ orderNumber, pdfId }): StoredDocument[] =>
      pdfId ? [[`documents/${orderNumber}/invoice.pdf`, pdfId]] : [],
    ),
    eachOf(ownOf(electronicSeals), sealFilesOf),
  ];
  for (const documents of current) {
    for await (const [path, fileId] of documents) {
      named.add(fileId);
      yield [path, fileId];
    }
  }
  yield* otherPictures(files, { accountId, numbers, named });
}

type OwnRecords = <Owned extends { readonly accountId: string }>(model: Model<Owned>) => AsyncIterable<Owned>;

/**
 * Gathers all that is kept about somebody, one file after another and each list record by record: an account with hundreds of
 * applications takes no more memory than one with a single one, but for their ids. @throws AppError auth.session_expired
 */
export async function* gatherData(
  dependencies: GatherDependencies,
  accountId: string,
  now: Date,
): AsyncGenerator<ZipEntry> {
  const { accounts, identityChecks, orders, auditEntries, fileStore, cipher } = dependencies;
  const ownOf: OwnRecords = <Owned extends { readonly accountId: string }>(model: Model<Owned>) =>
    model
      .find({ accountId } as QueryFilter<Owned>)
      .sort({ _id: 1 })
      .lean<Owned[]>()
      .cursor(IN_BATCHES) as AsyncIterable<Owned>;
  const list = <Owned extends { readonly accountId: string }>(
    path: string,
    model: Model<Owned>,
    made: (record: Owned) => readonly unknown[],
  ): ZipEntry => jsonListEntry(path, eachOf(ownOf(model), made));
  const account = await findAccount(accounts, accountId);
  const verified = account.identity !== null;
  yield { path: 'README.txt', content: Buffer.from(EXPORT_README) };
  yield jsonEntry('account.json', accountData(cipher, account));
  const numbers = new Map<string, string>();
  yield list('orders.json', orders, (order) => {
    numbers.set(recordIdOf(order), order.orderNumber);
    const { signatureWriting = null } = order;
    return [{ ...viewOwnOrder(cipher, order, verified), signatureWriting }];
  });
  yield list('consents.json', orders, (order) => ownConsents(cipher, order));
  yield list('transfers.json', orders, (order) => [transferData(cipher, order) ?? []].flat());
  yield list('deliveries.json', dependencies.deliveries, (delivery) => [deliveryData(cipher, delivery)]);
  const ownNotices = dependencies.notices.find({ orderId: { $in: [...numbers.keys()] } }).sort({ _id: 1 });
  yield jsonListEntry(
    'messages.json',
    eachOf<NoticeRecord, unknown>(ownNotices.lean<NoticeRecord[]>().cursor(IN_BATCHES), (notice) => [
      noticesData(cipher, notice),
    ]),
  );
  yield list('invoices.json', dependencies.invoices, (invoice) => [invoiceData(cipher, invoice)]);
  yield list('refunds.json', orders, (order) => refundData(cipher, order));
  yield list('certificates.json', dependencies.certificates, (record) => [certificateData(cipher, record)]);
  yield list('seals.json', dependencies.electronicSeals, (record) => [presentSeal(cipher, record)]);
  yield list('phone-changes.json', dependencies.phoneChanges, (change) => [phoneChangeData(change)]);
  const others: string[] = [];
  yield list('identity-checks.json', identityChecks, (check) => {
    others.push(`identityCheck:${recordIdOf(check)}`);
    return [checkData(cipher, check)];
  });
  yield list('face-checks.json', dependencies.faceChecks, ({ state, failure, startedAt, settledAt }) => [
    { state, failure, startedAt, settledAt },
  ]);
  yield list('ukey-unlocks.json', dependencies.ukeyUnlocks, (unlock) => {
    others.push(`ukeyUnlock:${recordIdOf(unlock)}`);
    return [unlockData(unlock)];
  });
  yield* namePictures(dependencies, account, ownOf(identityChecks));
  yield jsonEntry('devices.json', (await listOwnSessions(dependencies, { accountId, sessionId: '', now })).items);
  const objects = [`account:${accountId}`, ...[...numbers.keys()].map((id) => `order:${id}`), ...others];
  yield jsonListEntry('access-log.json', accessLog(auditEntries, objects));
  for await (const [path, fileId] of storedDocuments(dependencies, { accountId, ownOf, numbers })) {
    const bytes = await fileStore.read(fileId);
    if (bytes) {
      yield { path, content: bytes };
    }
  }
}
