import { attack, type Section, tests } from '../attack';

const GATEWAY = 'test/integration/attacks-gateway-answers.test.ts';
const NOTICES = 'test/integration/attacks-notifications.test.ts';
const STORM = 'test/integration/payment-storm.test.ts';
const START = 'test/integration/payment-start.test.ts';
const REFUND_REQUESTS = 'test/integration/refund-requests.test.ts';
const REFUNDS = 'test/integration/refunds.test.ts';
const ATTEMPT = 'bff/src/modules/payments/new-attempt.test.ts';

export const agreed: Section = {
  title: '3b. Money: what was agreed, once',
  attacks: [
    attack(
      'money.two-hundred-payments',
      '200 payments under all faults, on three processes that are killed: one is lost, or kept twice',
      tests(
        'test/faults/payment-storm.test.ts',
        '%s payments under faults, on three processes that are killed › end with each payment booked once or returned: none lost, none kept twice',
      ),
    ),
    attack(
      'money.two-ways-at-once',
      'JSAPI and Native are started at the same moment, and both can be paid',
      tests(
        STORM,
        'many starts at once › of two ways leave at most one that can be paid, and only its sheet was handed out',
      ),
      tests(
        'test/integration/attacks-two-processes.test.ts',
        'two processes that are asked at the same moment › for both ways to pay leave at most one that can be paid, and it is the one that was answered',
        'two processes that are asked at the same moment › for one way answer one and the same attempt',
      ),
    ),
    attack(
      'money.fifty-starts',
      'fifty starts at once: fifty attempts, or answers 502',
      tests(STORM, 'many starts at once › of one way are one attempt, and each is answered'),
      tests(START, 'tapping more than once › at the same time is one attempt'),
    ),
    attack(
      'money.sixty-changes',
      'the way to pay is changed sixty times in seconds: the order grows without bound',
      tests(
        GATEWAY,
        'changing the way to pay › back and forth sixty times makes a handful of attempts, of which one at most can be paid',
      ),
      tests(STORM, 'many starts at once › of changing ways are bounded'),
    ),
    attack(
      'money.many-notices',
      'dozens of notifications with ids of their own make the order grow without bound',
      tests(NOTICES, 'notifications in any order › by the dozen leave a bounded trace in the order'),
    ),
    attack(
      'money.closed-here-only',
      'an attempt is closed here and still open at WeChat, and is paid',
      tests(
        STORM,
        'an attempt that is closed here › while WeChat Pay still has it open is found when it is paid, seconds later, without a notification',
      ),
      tests(
        REFUNDS,
        'money for an attempt that we had closed › is taken while the order still waits for it',
        'money for an attempt that we had closed › goes back when the order is cancelled',
      ),
    ),
    attack(
      'money.cancelled-while-paying',
      'an order is cancelled while its payment begins, or while it is approved, and can be paid afterwards',
      tests(
        'test/integration/cancelling.test.ts',
        'cancelling › and approving, or beginning to pay, at the same moment: it ends cancelled, and nothing of it can be paid',
        'cancelling › ends what was handed in, once, and makes room for another application',
      ),
      tests(REFUNDS, 'cancelling an approved order › gives back what was paid unnoticed'),
    ),
    attack(
      'money.lost-notification',
      'the notification of a payment never comes, and the phone asks nothing',
      tests(STORM, 'a lost notification › costs seconds: the attempt is watched from the moment it could be paid'),
      tests(ATTEMPT, 'the watch › looks after 15 s, 30 s, a minute … at most ten minutes apart, and at the expiry'),
      tests(START, 'an attempt that nobody pays › but was paid unnoticed is found paid when it would be closed'),
    ),
    attack(
      'money.paid-twice',
      'an order is paid twice, and the money is kept or the applicant is not told',
      tests(STORM, 'a second payment › goes back by itself, and the applicant is told'),
      tests(
        REFUNDS,
        'an order that is paid twice › keeps the first payment and gives the second back by itself: %s',
        'an order that is paid twice › gives one payment back although both are told at the same moment',
        'a refund › is sent again with the same number when no answer came, and given once',
      ),
    ),
    attack(
      'money.refund-alone',
      'one person asks for a refund and agrees to it, or somebody without the right, the proof or the time on the staff does',
      tests(
        REFUND_REQUESTS,
        'a refund that finance asks for › is not decided by the same person',
        'a refund that finance asks for › is not agreed to without proof, on what has changed, by the owner of the order, or by a new member',
      ),
    ),
    attack(
      'money.refund-at-once',
      'two people agree to a refund at the same moment, or the process dies while it is sent: the money goes back twice',
      tests(
        REFUND_REQUESTS,
        'a refund that two of finance agree to at the same moment › is one refund, and the order ends with it',
        'a refund that finance asks for › is sent once although the answer of the gateway is lost, and ends by a notice that comes late',
      ),
    ),
    attack(
      'money.refund-and-certificate',
      'somebody asks for their money and takes the certificate meanwhile',
      tests(
        REFUND_REQUESTS,
        'a refund that the applicant asks for › is asked for once, waits for finance with a task, and holds the making of the certificate',
        'asking for a refund › is refused for what is not paid, not one’s own, or made already; a request that waits lapses then',
      ),
    ),
    attack(
      'money.refunded-in-part',
      'an order that was paid twice says that it is refunded, or loses its payment, when only a part is back',
      tests(
        REFUND_REQUESTS,
        'money of an order that was paid twice › stays paid when finance has given the second payment back by hand',
        'money of an order that was paid twice › is refunded only when all of it is back',
      ),
    ),
    attack(
      'money.another-trade',
      'a trade pays that is of another amount, currency, merchant, app, payer, mark or time: a restored database',
      tests(
        NOTICES,
        'a signed trade that is not what was agreed › %s pays nothing; finance has a task, and the applicant is told',
      ),
      tests(GATEWAY, 'a payment in foreign currency › told by %s pays nothing'),
      tests(ATTEMPT, 'a trade fits its attempt › not with %s'),
    ),
    attack(
      'money.guessed-number',
      'another installation on the same merchant number uses the same out_trade_no',
      tests(ATTEMPT, 'a new attempt › has a number that fits WeChat Pay and that nobody can guess'),
    ),
    attack(
      'money.coupon',
      'the payer pays a part with a coupon, and the order is not paid',
      tests(GATEWAY, 'a payment with a coupon › is paid, though the payer paid less than the total'),
    ),
    attack(
      'money.paid-elsewise-meanwhile',
      'money that does not fit is followed by a second payment, or stays marked after it was healed',
      tests(
        STORM,
        'money that does not fit › is no payment: finance has a task, the applicant is told, and nothing more can be paid meanwhile',
        'money that does not fit › heals by itself when a later query fits, and the task closes',
      ),
    ),
    attack(
      'money.other-parameters',
      'a first request is repeated with today’s settings, or WeChat Pay knows its number with other parameters',
      tests(
        GATEWAY,
        'a first request whose answer was lost › and that WeChat Pay knows with other parameters is closed there, and another is begun',
      ),
      tests(
        ATTEMPT,
        'a new attempt › keeps the whole first request',
        'an attempt is handed out again › for the same wish only, and with time enough to pay',
      ),
      tests(START, 'when WeChat Pay does not answer the first request › the next call repeats it unchanged'),
    ),
    attack(
      'money.last-second',
      'an attempt with a second left is handed out',
      tests(ATTEMPT, 'an attempt is handed out again › for the same wish only, and with time enough to pay'),
    ),
    attack(
      'money.long-description',
      'the project’s name has 64 Chinese characters, which are 192 bytes',
      tests(ATTEMPT, 'the description › of a long name of %s has at most 127 bytes and keeps the number'),
    ),
    attack(
      'money.untrue-words',
      'a page says that no money was taken when nobody knows',
      tests('test/attacks/money-words.test.ts', 'no text that somebody reads claims that no money was taken'),
    ),
  ],
  awaited: [],
};
