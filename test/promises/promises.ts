import { type HoldingTest, tests } from '../attacks/attack';

/** What applicants are promised somewhere in the program's words, and the tests that fail when it is not kept. */
export interface Promise {
  readonly what: string;
  /** The texts that say it, by table and path or by error code. */
  readonly saidBy: readonly string[];
  readonly keptBy: readonly HoldingTest[];
}

const of = (name: string) => `test/integration/${name}.test.ts`;

export const PROMISES: readonly Promise[] = [
  {
    what: 'a review is done within the working days of its project, and somebody is called when it is not',
    saidBy: [
      'CONFIRM_TEXT.promise',
      'START_TEXT.reviewedIn',
      'CONFIRM_TEXT.promisedBy',
      'ORDER_TEXT.promised',
      'ORDER_TEXT.waitingHints.submitted',
      'SERVICE_TERMS.3.paragraphs.0',
    ],
    keptBy: [
      ...tests(of('application'), 'submitting › promises the review within a working day of office hours'),
      ...tests(
        of('task-openings'),
        'a review that is not done by the promised time › is a task for the reviewers, which the decision closes',
      ),
    ],
  },
  {
    what: 'its result comes by a text message, however ill the operator is',
    saidBy: [
      'CONFIRM_TEXT.promise',
      'NEXT_STEPS_TEXT.review',
      'ORDER_TEXT.waitingHints.submitted',
      'SERVICE_TERMS.3.paragraphs.0',
      'WECHAT_TEXT.notice.review.text',
      'WECHAT_TEXT.notice.review.on',
      'WECHAT_TEXT.notice.review.off',
    ],
    keptBy: tests(
      of('review'),
      'telling the applicant › is repeated when the operator was down, and exactly one message arrives',
      'telling the applicant › by WeChat failing does not send the SMS twice, and ends when its schedule does',
    ),
  },
  {
    what: 'while a refund is to be decided nothing is made; once agreed to, all the money goes back, and both is told',
    saidBy: ['ASK_REFUND_TEXT.lead', 'REFUND_TEXT.stateHints.waiting'],
    keptBy: tests(
      of('refund-requests'),
      'a refund that the applicant asks for › is asked for once, waits for finance with a task, and holds the making of the certificate',
      'a refund that two of finance agree to at the same moment › is one refund, and the order ends with it',
      'money of an order that was paid twice › is refunded only when all of it is back',
    ),
  },
  {
    what: 'before a certificate ends its holder is told by a text message and, if they wish, by WeChat',
    saidBy: ['WECHAT_TEXT.notice.ending.text', 'WECHAT_TEXT.notice.ending.on', 'WECHAT_TEXT.notice.ending.off'],
    keptBy: tests(
      of('certificate-reminders'),
      'a holder › is reminded 90, 30 and 7 days before the end, once each, by a message that names nobody',
      'a holder › who has subscribed is told by WeChat too, and lands on the certificate with one tap',
    ),
  },
  {
    what: 'only what was marked has to be mended',
    saidBy: ['SERVICE_TERMS.3.paragraphs.0'],
    keptBy: [
      ...tests(of('review'), 'returning with marks › shows the applicant the marks, lets them mend and submit again'),
      ...tests(
        of('review-rounds'),
        'an application that came back › is changed only where it was marked, and not handed in again as it was',
      ),
    ],
  },
  {
    what: 'nothing of a cancelled application is to be paid, and what was paid all the same goes back by itself',
    saidBy: ['ORDER_TEXT.cancelWhilePayable'],
    keptBy: tests(
      of('refunds'),
      'cancelling an approved order › closes what could still be paid',
      'cancelling an approved order › gives back what was paid unnoticed',
      'money for an attempt that we had closed › goes back when the order is cancelled',
    ),
  },
  {
    what: 'what was typed for an application that was cancelled is kept for another one',
    saidBy: ['ORDER_TEXT.cancelText', 'ORDER_TEXT.correctAnew'],
    keptBy: tests(of('cancelling'), 'applying anew › begins one draft with what was typed, and nothing that proves it'),
  },
  {
    what: 'no application ends unwarned, nor before the day that is named',
    saidBy: ['ORDER_TEXT.endsOrder'],
    keptBy: tests(
      of('order-endings'),
      'an application that was returned › ends after thirty days; its applicant is told seven days and one day before, once each, and sees until when',
      'an application that was returned › does not end unwarned when nothing ran for weeks: a day is left, and told',
    ),
  },
  {
    what: 'what follows a certificate begins with everything filled in',
    saidBy: ['FOLLOW_TEXT.same'],
    keptBy: tests(
      of('certificate-life-cycle'),
      'a renewal › begins 60 days ahead at most, with everything filled in, and passes every gate of a first application',
    ),
  },
  {
    what: 'whoever is paid for by somebody else is told, and the money is taken once',
    saidBy: ['PAY_LINK_TEXT.bill.paidHint', 'PAY_LINK_TEXT.ask.onceOnly', 'PAY_LINK_TEXT.ask.whatTheySeeText'],
    keptBy: [
      ...tests(
        of('pay-links'),
        'a link by which somebody else pays › tells the payer enough to know for whom, is paid by their WeChat, and tells both',
      ),
      ...tests(
        of('pay-links'),
        'a link by which somebody else pays › closes the sheet of whoever was there before: one of two payers can pay',
      ),
    ],
  },
  {
    what: 'money that was paid too much goes back by itself',
    saidBy: [
      'PAY_TEXT.oncePerOrder',
      'PAY_TEXT.slowIfNot',
      'PAY_TEXT.refundingHint',
      'PAY_TEXT.refundedHint',
      'TROUBLE_TEXT.paidTwice',
      'TROUBLE_TEXT.paidTwiceReturned',
      'ORDER_TEXT.waitingHints.refunding',
      'ORDER_TEXT.waitingHints.refunded',
      'SERVICE_TERMS.3.paragraphs.1',
    ],
    keptBy: tests(
      of('refunds'),
      'an order that is paid twice › keeps the first payment and gives the second back by itself: %s',
      'an order that is paid twice › gives one payment back although both are told at the same moment',
    ),
  },
  {
    what: 'staff prove by photographs whom the provider cannot, within a working day, and tell the result',
    saidBy: [
      'TRIES_TEXT.lastOne',
      'TRIES_TEXT.until',
      'CARD_PROBLEM_LABELS.other-document',
      'identity.mismatch',
      'identity.no_record',
      'identity.name_unprintable',
      'identity.staff_check_needed',
      'identity.too_many_attempts',
      'identity.unavailable',
      'face_checks.too_many',
      'identity_checks.photos_missing',
      'identity_checks.already_requested',
    ],
    keptBy: tests(
      of('identity-checks'),
      'asking staff for a check › is promised within a working day, and seen while it is open',
      'who needs staff › is anybody while the provider is down',
    ),
  },
  {
    what: 'staff correct whom they have verified',
    saidBy: ['OWN_DATA_TEXT.correct'],
    keptBy: tests(
      of('name-pictures'),
      'somebody whom staff have verified › can have the name and the number corrected by a new check',
    ),
  },
  {
    what: 'staff compare a doubtful unit with its licence',
    saidBy: ['PARTICULARS_TEXT.doubts', 'PARTICULARS_TEXT.asOnLicence', 'units.mismatch'],
    keptBy: tests(of('unit-first'), 'the unit › with a doubt is shown to the reviewer, with the licence beside it'),
  },
  {
    what: 'staff look at what the reader of ID cards doubted or did not read',
    saidBy: [
      'CARD_READING_TEXT.advice.somebodyElse',
      'CARD_PROBLEM_LABELS.no-answer',
      'CARD_PROBLEM_LABELS.not-asked',
      'files.card_missing',
      'files.card_wrong_side',
      'files.several_cards',
    ],
    keptBy: tests(of('card-reading'), 'shows a reviewer masked what was read and what is odd, beside the photos'),
  },
  {
    what: 'a contract with a mistake is given up and signed anew before it is handed in',
    saidBy: [
      'PARTICULARS_TEXT.renew',
      'PARTICULARS_TEXT.renewing',
      'SIGN_TEXT.checkLead',
      'SERVICE_TERMS.2.paragraphs.1',
    ],
    keptBy: tests(
      of('unit-first'),
      'a contract with a mistake › is given up once, corrected and signed anew under a number of its own',
    ),
  },
  {
    what: 'what is typed is saved by itself, also when the network was away',
    saidBy: ['SAVE_STATE_TEXT.untouched', 'SAVE_STATE_TEXT.saved', 'SAVE_STATE_TEXT.kept', 'PERSON_SAVE_TEXT.kept'],
    keptBy: tests(
      'miniapp/src/subpackages/apply/draft/autosave.test.ts',
      'autosave › saves the last of many quick changes once, after the quiet time',
      'autosave › keeps the text and tries again while the network is away',
    ),
  },
  {
    what: 'what is typed on two devices is joined, and where both changed the same one chooses',
    saidBy: ['CONFLICT_TEXT.lead', 'SAVE_STATE_TEXT.undecided', 'orders.changed_elsewhere'],
    keptBy: [
      ...tests(
        of('two-devices'),
        'one application on two devices › keeps what both typed, field by field',
        'one application on two devices › says which fields both changed, keeps the first one’s, and nothing of what came with them',
      ),
      ...tests(
        'miniapp/src/subpackages/apply/draft/draft-sync.test.ts',
        'a choice between both › for this one saves it over the other, which it has seen',
        'what is sent › is nothing of what has still to be chosen, but all the rest',
      ),
    ],
  },
  {
    what: 'one gets all of one’s data, and it is gone from us after 72 hours',
    saidBy: ['PRIVACY_POLICY.3.paragraphs.0', 'personal_data.export_not_ready', 'personal_data.export_expired'],
    keptBy: tests(
      of('own-data'),
      'an export of one’s data › holds account, applications and documents, and who looked at them',
      'an export of one’s data › is encrypted where it is stored, and gone after 72 hours',
    ),
  },
  {
    what: 'an account is deleted after a week, may be taken back until then, and what the law orders stays unused',
    saidBy: ['PRIVACY_POLICY.3.paragraphs.0', 'PRIVACY_POLICY.1.paragraphs.1'],
    keptBy: tests(
      of('own-data'),
      'the deletion of an account › comes after a week, is told by SMS, and frees the number',
      'the deletion of an account › is taken back in time, and can be asked for again',
      'the deletion of an account › keeps what the law orders, marked and out of everybody’s sight',
    ),
  },
  {
    what: 'what was revoked stays revoked, whoever has left, and whoever is shown a seal can check it',
    saidBy: ['PRIVACY_POLICY.2.paragraphs.1'],
    keptBy: [
      ...tests(
        of('certificates'),
        'the end of a certificate › outlives the account of its holder and what the law orders to be kept',
      ),
      ...tests(
        of('electronic-seals'),
        'somebody else › of the public may check a seal, and learns why one is not genuine',
      ),
    ],
  },
  {
    what: 'what was never handed in goes after 90 days',
    saidBy: ['PRIVACY_POLICY.1.paragraphs.1', 'ORDER_TEXT.endsDraft'],
    keptBy: tests(of('own-data'), 'an application that was never handed in goes after 90 days, with its papers'),
  },
  {
    what: 'pictures that are in no application go after a day',
    saidBy: ['files.too_many'],
    keptBy: tests(of('file-lifetime'), 'the sweep › removes an upload that was put into no order after a day'),
  },
  {
    what: 'the owner of the old number is told of a change and can stop it',
    saidBy: ['PRIVACY_POLICY.3.paragraphs.1', 'PHONE_CHANGE_TEXT.stopIt', 'PHONE_CHANGE_TEXT.next.requested'],
    keptBy: tests(
      of('phone-changes'),
      'a changed number › is stopped by the owner of the old number, also after it was approved',
    ),
  },
  {
    what: 'an approved change of number takes effect by itself, and its result is told',
    saidBy: ['PHONE_CHANGE_TEXT.next.approved'],
    keptBy: tests(
      of('phone-changes'),
      'a changed number › takes effect a day after it was asked for: from then on the new number signs in and the old one does not',
    ),
  },
  {
    what: 'each look of the staff at somebody’s papers is recorded, and shown to them by role',
    saidBy: ['LOOKS_TEXT.lead', 'ACCOUNT_TEXT.looksHint'],
    keptBy: tests(
      of('review-claims'),
      'an application that a reviewer has open › shows name and number in full to nobody else, to others than reviewers nothing that was typed; its applicant sees who looked',
    ),
  },
  {
    what: 'a new password ends the other sessions and is told by a text message',
    saidBy: ['SECURITY_TEXT.allSignedOut', 'SECURITY_TEXT.changeLead'],
    keptBy: tests(
      of('passwords'),
      'changing a password › makes the new one good and the old one not, ends the other sessions and tells the owner',
    ),
  },
  {
    what: 'a certificate brings its electronic seal with it, whatever fails on the way',
    saidBy: ['SEAL_TEXT.previewNote', 'SEAL_TEXT.personPreviewNote'],
    keptBy: tests(
      of('electronic-seals'),
      "a unit's seal › is made when the certificate is issued, and bound to it",
      "a person's seal › is the signature under the contract, without a number",
      'making that fails › is a task of the issuer; made again it is the same seal',
    ),
  },
  {
    what: 'who waits for a UKey is told when it is made, and sees what became of it once it is sent',
    saidBy: ['DELIVERY_TEXT.making.hint', 'DELIVERY_TEXT.waiting.hint', 'ORDER_TEXT.nextTrackIssuedHint'],
    keptBy: [
      ...tests(of('order-notices'), 'who waits for a courier is told that it is made, and that it was sent'),
      ...tests(of('deliveries-parcels'), 'what a courier says › is shown step by step, the newest first'),
    ],
  },
  {
    what: 'a transfer that has come goes on by itself, and a slip is looked at',
    saidBy: ['TRANSFER_TEXT.lead', 'TRANSFER_TEXT.waiting', 'PAY_TEXT.transferHint'],
    keptBy: [
      ...tests(
        of('bank-transfers'),
        'a bank transfer › is told where to go and by which code, handed in, refused, handed in again and booked once against money',
      ),
      ...tests(
        of('bank-statements'),
        'a statement pays what it names exactly, leaves the rest to finance, and is taken in once',
      ),
    ],
  },
  {
    what: 'whose PIN was reset is told',
    saidBy: ['PIN_TEXT.tell'],
    keptBy: tests(
      of('ukey-unlocks'),
      'an unlocked UKey › is one whose key has signed: its holder is told, once, and sees it',
    ),
  },
  {
    what: 'a parcel that came back is sent again, and a lost one harms nobody',
    saidBy: ['DELIVERY_TEXT.parcelWords.returned.hint', 'DELIVERY_TEXT.parcelWords.lost.hint'],
    keptBy: tests(
      of('deliveries-parcels'),
      'a parcel that comes back › %s is a task, and is sent again under a new number',
      'a lost parcel › puts its certificate on hold at once, is a task, and gives it back when it is found',
    ),
  },
  {
    what: 'who does not confirm need not',
    saidBy: ['DELIVERY_TEXT.completesAt'],
    keptBy: tests(
      of('deliveries'),
      'the receipt › is assumed 7 days after the courier has handed it over',
      'the receipt › is assumed 15 days after it was sent, when nothing is known to be wrong',
    ),
  },
  {
    what: 'who cannot save a certificate on another phone need not finish its application',
    saidBy: ['CERTIFICATE_TEXT.elsewhereSteps.3'],
    keptBy: tests(of('deliveries'), 'the receipt › of a software certificate is assumed 7 days after it was delivered'),
  },
];

/** Sentences with such words that promise nothing of ours, or something that the page itself does while one looks at it. */
export const NO_PROMISES: readonly string[] = [
  // The page shows by itself what it waits for.
  'SEALED_TEXT.sealingText',
  'CERTIFICATE_PROOF_TEXT.noTokenHint',
  'PAY_TEXT.scanHint',
  'PAY_TEXT.scanByOtherHint',
  // What was looked at.
  'LOOKS_TEXT.identityCheck',
  'PAY_TEXT.confirmingHint',
  'PAY_LINK_TEXT.bill.confirmingHint',
  'contracts.not_ready',
  // The phone makes pictures smaller, fills in what it read, and registers who signs in for the first time.
  'ATTACHMENT_TEXT.lead',
  'PAPERS_TEXT.cardsHint',
  'CARD_PREFILL_TEXT.photograph',
  'SIGN_IN_TEXT.lead',
  // What the vendor says of itself.
  'FACE_CONSENT_TEXT.purpose',
  // A person answers the telephone; no program keeps that.
  'PRIVACY_POLICY.3.paragraphs.2',
  // A button.
  'WECHAT_TEXT.notice.action',
  // For staff.
  'staff.role_too_new',
  'templates.too_early',
  'project_versions.too_early',
];
