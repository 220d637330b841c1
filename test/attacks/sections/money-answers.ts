import { attack, type Section, tests } from '../attack';

const GATEWAY = 'test/integration/attacks-gateway-answers.test.ts';
const NOTICES = 'test/integration/attacks-notifications.test.ts';
const NOTIFICATIONS = 'test/integration/payment-notifications.test.ts';
const READER = 'bff/src/adapters/wechat-pay/read-notification.test.ts';
const UNPROVEN = 'bff/src/adapters/wechat-pay/unproven-answers.test.ts';
const KEYS = 'bff/src/adapters/wechat-pay/platform-keys.test.ts';
const OUTCOMES = 'bff/src/modules/payments/trade-outcome.test.ts';

export const answers: Section = {
  title: '3a. Money: what the gateway says, or somebody in its name',
  attacks: [
    attack(
      'money.unsigned-answers',
      'somebody between us and WeChat Pay answers 404, 5xx or 202 without a signature, to a query or a closing',
      tests(
        GATEWAY,
        'changing the way to pay › hands out nothing new while closing the old one is answered %s',
        'a query that is not signed › and answers %s ends nothing, and the payment is found later',
      ),
      tests(
        UNPROVEN,
        'an answer without a signature is not, and is not asked for again',
        'a 404 of somebody in between is not taken for "no such order"',
        'closing a paid order is refused by %s with request %s: only a query proves that it is paid',
        'the old and the new spelling are one: %s',
      ),
    ),
    attack(
      'money.foreign-signature',
      'an answer is signed by another key, long ago, or for another order',
      tests(
        UNPROVEN,
        'a signed answer about another order or refund is not: signatures do not cover the question',
        'an old signed answer is not',
        'an answer under an unknown key is not',
      ),
      tests(NOTIFICATIONS, 'asking WeChat Pay › is no proof when the answer is %s'),
    ),
    attack(
      'money.forged-notification',
      'a notification is forged, changed, replayed or sent to test whether we look',
      tests(
        NOTIFICATIONS,
        'a payment notification that is refused › has the signature of another key; the right one follows and counts',
        'a payment notification that is refused › is WeChat Pay’s own test of whether we check',
        'a payment notification that is refused › is older than five minutes',
        'a payment notification that is refused › has %s',
        'a payment notification that is refused › was changed by one blank in its body',
        'a payment notification that is refused › names a number that is not ours',
      ),
    ),
    attack(
      'money.other-events',
      'REFUND.SUCCESS, COUPON.USE or no event at all arrives with a paid trade inside',
      tests(
        NOTICES,
        'a signed notification › of the event “%s” about a %s is no payment, though a paid trade lies inside',
      ),
      tests(READER, 'a genuine notification › of the event %s asks for nothing, whatever lies inside'),
    ),
    attack(
      'money.content-type',
      'the callback comes with another content type, or none',
      tests(NOTICES, 'a signed notification › is read by its bytes, whatever content type it has: %s'),
    ),
    attack(
      'money.order-of-notices',
      'notices of payment and refund come twice, ten times at once, too early or in another order',
      tests(
        NOTICES,
        'notifications in any order › of a payment and of its refund, each three times, end in the same state',
        'notifications in any order › of a refund that nobody knows of change nothing',
      ),
      tests(
        NOTIFICATIONS,
        'a payment notification › replayed ten times at once is accepted each time and changes nothing',
        'a payment notification › before the answer to the first request finds its order',
        'a payment notification › that comes after a query has confirmed the payment changes nothing more',
      ),
    ),
    attack(
      'money.answer-to-refusal',
      'WeChat Pay cannot read why we refused a notification',
      tests(NOTICES, 'a signed notification › that is refused is answered in the words of WeChat Pay’s documents'),
    ),
    attack(
      'money.moving-keys',
      'WeChat moves callbacks from a certificate to a public key, by shares over days, while we run',
      tests(
        KEYS,
        'the keys of WeChat Pay › grow by what is put into the folder, without a restart, and shrink again',
        'the keys of WeChat Pay › know a certificate by its serial',
        'the keys of WeChat Pay › stay what they were while a file cannot be read',
      ),
      tests(READER, 'a notification whose sender is not proven › was signed by somebody else'),
    ),
    attack(
      'money.unknown-states',
      'the gateway answers a state that our documents do not know, or one that contradicts what it had signed',
      tests(
        OUTCOMES,
        'what follows from a trade › is decided for %s × %s',
        'what follows from a trade › is money only for SUCCESS, and only where none was taken',
        'what follows from a trade › ends an attempt only for what nobody can pay any more',
        'what follows from a trade › is nothing for a word that the documents do not know',
        'what follows from a trade › never lets a taken payment be unpaid by itself',
        'what follows from a refund › is done only for SUCCESS, and an end without one is for a person',
      ),
    ),
    attack(
      'money.refunded-at-platform',
      'the money is refunded by hand at the merchant platform, before or after we knew of it',
      tests(
        GATEWAY,
        'money that was given back at the merchant platform › before we heard of it leaves the order unpaid, and it can be paid anew',
        'money that was given back at the merchant platform › after it was booked takes the order with it',
      ),
    ),
    attack(
      'money.gateway-unreachable',
      'the first address of the gateway is not reached',
      tests(
        'bff/src/adapters/wechat-pay/create-payment-gateway.test.ts',
        'prepay › uses the fallback address when the first is not reached',
        'prepay › is sent again, once and unchanged, when the answer is lost',
        'refund › is sent once only when no answer comes, and found by its number',
      ),
    ),
    attack(
      'money.kind-stand-in',
      'the stand-in is kinder than WeChat Pay and hides a fault',
      tests(
        'scripts/stand-ins/wechat-pay/unkind-answers.test.ts',
        'accepted: 202, signed, nothing done; the same request again is performed',
        'order-not-visible: the first queries do not find what was placed; it can be paid and closed nevertheless',
        'other-spelling: the codes of the other generation of documents',
        'foreign-currency: the trade is in USD, in the notification or in a query',
      ),
      tests(
        'scripts/stand-ins/wechat-pay/prepay-limits.test.ts',
        'the payer › openid-mismatch: an openid of another app is 500, and nothing is placed',
        'texts are counted in bytes of UTF-8 › an empty %s, or one that is no text, is refused',
      ),
      tests(
        'scripts/stand-ins/wechat-pay/refund-endings.test.ts',
        'not-enough: 403, no refund; the same number works once there is money',
        'between two refunds of one trade there is a minute; a repeated one and other trades need not wait',
      ),
    ),
    attack(
      'money.refund-notice-first',
      'the notice of a refund at the merchant platform comes before that of the payment: the order becomes paid',
      tests(
        'test/integration/attacks-refunds.test.ts',
        'a refund that somebody makes at the merchant platform › and that is told before its payment makes no order paid',
      ),
    ),
  ],
  awaited: [],
};
