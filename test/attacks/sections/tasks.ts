import { attack, type Section, tests } from '../attack';

const OWN = 'test/integration/attacks-tasks.test.ts';
const TASKS = 'test/integration/tasks.test.ts';
const REFUNDS = 'test/integration/attacks-refunds.test.ts';

export const tasks: Section = {
  title: '2. Tasks: what a person must look at',
  attacks: [
    attack(
      'tasks.one-fen-off',
      'money comes that is one fen off, or in another currency, and nobody sees it',
      tests(
        'test/integration/attacks-notifications.test.ts',
        'a signed trade that is not what was agreed › %s pays nothing; finance has a task, and the applicant is told',
      ),
      tests(
        'test/integration/payment-storm.test.ts',
        'money that does not fit › heals by itself when a later query fits, and the task closes',
      ),
    ),
    attack(
      'tasks.refund-without-end',
      'a refund ends ABNORMAL or CLOSED, or is refused, and nobody sees it',
      tests(
        REFUNDS,
        'a refund that ends without success › %s is a task of finance, and the order never says that it was refunded',
        'a refund that ends without success › because it was closed is sent under another number when finance has it done again',
        'a refund that the gateway refuses for want of money › is tried once, is a task of finance, and is given once when they have it done again',
      ),
    ),
    attack(
      'tasks.told-many-times',
      'one cause is told many times at once, by several processes, or again after it was settled',
      tests(
        OWN,
        'a cause that is told many times › at the same moment, by two processes, opens one task',
        'a cause that is told many times › after it was settled opens another one, and the settled one stays as it was',
      ),
    ),
    attack(
      'tasks.fought-over',
      'three people claim and settle one task at the same moment',
      tests(
        OWN,
        'a task that two people act upon › is claimed by one, settled by that one, and each act is in the audit log',
      ),
      tests(TASKS, 'tasks › are worked on by one person at a time, whose name the others are told'),
    ),
    attack(
      'tasks.closed-by-nothing',
      'a task is closed though its cause is not settled, or in a way that its kind does not offer',
      tests(
        TASKS,
        'a contract that cannot be made › is made when a person has it done again, and only that closes the task',
        'tasks › are settled in the ways that their kind offers, once, with who and what',
      ),
      tests(
        'shared/src/task/task-kinds.test.ts',
        'task %s › has a way out: a button, a settlement, or an act elsewhere that its advice names',
        'task %s › has an owner and a time by which it is due',
      ),
    ),
    attack(
      'tasks.opened-apart',
      'the process dies between the end of a job and the opening of its task',
      tests('bff/src/jobs/dispatcher.test.ts', 'the dispatcher › gives a job up at once when %s'),
      tests(
        'bff/src/jobs/dispatcher.test.ts',
        'the dispatcher › does a given-up job again when a person asks, puts the owner back, and settles the task when it is done',
      ),
    ),
    attack(
      'tasks.of-other-roles',
      'somebody sees or settles a task of a role that they have not, or misses one of their second role',
      tests(
        TASKS,
        'tasks › are seen by the roles that own them, and by administrators, who may not act in the place of the others',
      ),
      tests('test/integration/attacks-desk.test.ts', 'somebody with several roles › sees the tasks of each of them'),
    ),
    attack(
      'tasks.lost-in-the-list',
      'the most urgent task is on a page that nobody opens, or the menu does not count it',
      tests(TASKS, 'tasks › page by key, the most urgent first, and count for the menu'),
    ),
    attack(
      'tasks.personal-data',
      'a task carries the name or number of an applicant',
      tests(
        OWN,
        'a contract with a character that the font lacks › is given up at the first try, is a task that names no person, and is sealed when the font has it',
      ),
    ),
    attack(
      'tasks.settled-but-blocked',
      'finance settles a payment task, and the order stays unpayable, or is settled twice',
      tests(
        'test/integration/payment-settlements.test.ts',
        'money that does not fit, when finance has given it back › %s: can be paid anew',
        'money that does not fit, when finance lets it count › makes the order paid, once, and the applicant is told',
        'a payment of which the gateway never gave a signed word › can be tried again when finance has seen that no money came',
        'a refund that does not go through, when finance has given the money back otherwise › takes the attempt and the order with it',
        'settling › is one write with its task: after a crash between the two, the task closes by itself with who and what',
        'settling › is refused to who is the applicant',
        'settling › is about one attempt: each has a task of its own',
      ),
    ),
    attack(
      'tasks.applies-twice',
      'a unit or person has two applications under way for one project: handed in at once, by two people, or from before',
      tests(
        'test/integration/live-claims.test.ts',
        'two applications of one unit for one project › that are handed in at once, by two people and five times each: exactly one is taken, the other stays a draft',
        'two applications of one unit for one project › of one person: the second is led to the first by its number, also when both are handed in at once',
        'orders of before claims were taken › get them, the oldest first; what is double goes on and is a task for the reviewers, once',
      ),
    ),
    attack(
      'tasks.unit-kept-from-applying',
      'somebody types the code of a unit that is not theirs, and the unit cannot apply any more',
      tests(
        'test/integration/live-claims.test.ts',
        'two applications of one unit for one project › hinder nobody as drafts, nor other units and projects',
      ),
    ),
    attack(
      'tasks.order-never-ends',
      'an order stays in a status for ever: nobody is told, nobody ends it, or it ends unwarned',
      tests(
        'test/integration/order-endings.test.ts',
        'an application that was returned › ends after thirty days; its applicant is told seven days and one day before, once each, and sees until when',
        'an application that was returned › does not end unwarned when nothing ran for weeks: a day is left, and told',
        'an approved application that nobody pays › gets back by itself what is paid too late',
        'an order that staff are late with › is a task of the issuers, once, which what brings it on closes',
      ),
      tests(
        'bff/src/modules/orders/event-causes.test.ts',
        'a status %s › is left in time, for something looks after it',
      ),
    ),
    attack(
      'tasks.review-overdue',
      'a review is later than was promised, and nobody sees it',
      tests(
        'test/integration/task-openings.test.ts',
        'a review that is not done by the promised time › is a task for the reviewers, which the decision closes',
        'a review that is not done by the promised time › is settled even when the decision comes before the task is opened',
      ),
    ),
    attack(
      'tasks.partial-refund',
      'a part of a booked payment is refunded at the merchant platform, and nobody sees it',
      tests(
        'test/integration/attacks-refunds.test.ts',
        'a refund that somebody makes at the merchant platform › of a part of a booked payment is a task of finance, once, and ends as they say',
      ),
    ),
  ],
  awaited: [],
};
