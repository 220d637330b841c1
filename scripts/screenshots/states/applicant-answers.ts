import { endpoints, type OrderSummary, type OrderView } from '@acceptance/shared';
import { type Answer, answer } from '../answers/answer';
import { OWN_CONTACT, VERIFIED_ACCOUNT } from '../fixtures/accounts';
import { CONTRACT_TEXT } from '../fixtures/contract-text';
import { makeSeal, sealPictureOf } from '../fixtures/electronic-seals';
import { FRESH_IDENTITY } from '../fixtures/identity';
import { ISSUED_INVOICE } from '../fixtures/invoices';
import { pictureOf } from '../fixtures/pictures';
import { REGIONS } from '../fixtures/regions';
import { SETTINGS } from '../fixtures/settings';

/** What the API says on every page of an applicant. */
export const APPLICANT_ANSWERS: readonly Answer[] = [
  answer(endpoints.public.readSettings, SETTINGS),
  answer(endpoints.public.listRegions, { items: [...REGIONS] }),
  answer(endpoints.account.readAccount, VERIFIED_ACCOUNT),
  answer(endpoints.account.readContact, OWN_CONTACT),
  answer(endpoints.identity.readState, FRESH_IDENTITY),
  answer(endpoints.identity.saveDraft, undefined),
  answer(endpoints.personalData.readMatters, { phoneChange: null, deletion: null }),
  answer(endpoints.invoices.readInvoice, ISSUED_INVOICE),
  answer(endpoints.certificates.listCertificates, { items: [] }),
  answer(endpoints.auth.bindWechat, undefined),
  answer(endpoints.reports.sendClientReport, undefined),
  answer(endpoints.contracts.readContractText, CONTRACT_TEXT),
  answer(endpoints.contracts.readContractPdf, Buffer.from('%PDF-1.7 made-up')),
  answer(endpoints.orders.readAuthorityLetter, Buffer.from('%PDF-1.7 made-up')),
  answer(endpoints.electronicSeals.listSeals, { items: [makeSeal()] }),
  answer(endpoints.electronicSeals.readSealPicture, () => sealPictureOf('9901000000017')),
  answer(endpoints.electronicSeals.readSealData, Buffer.from('made-up seal')),
  answer(endpoints.electronicSeals.previewSeal, () => sealPictureOf('9901000000000')),
  answer(endpoints.files.readFile, ({ params }) => pictureOf(params.fileId ?? '')),
];

/** The applicant's list. */
export const listed = (items: OrderSummary[], total = items.length): Answer =>
  answer(endpoints.orders.listOrders, { items, nextCursor: total > items.length ? 'next' : null, total });

/** The order, whichever way it is asked for. */
export const isOrder = (order: OrderView): readonly Answer[] => [
  answer(endpoints.orders.readOrder, order),
  answer(endpoints.payments.refreshPayment, order),
];
