import { attack, type Section, tests } from '../attack';

const DISPATCHER = 'bff/src/jobs/dispatcher.test.ts';
const LEASES = 'bff/src/jobs/lease-renewal.test.ts';
const RESTARTS = 'test/integration/restarts.test.ts';
const KILLS = 'test/faults/killed-at-every-await.test.ts';
const METRICS = 'test/integration/metrics.test.ts';
const TASKS = 'test/integration/tasks.test.ts';

export const jobs: Section = {
  title: '1. Jobs have lanes, leases and an end',
  attacks: [
    attack(
      'jobs.slow-sms',
      'the SMS operator hangs while a payment is to be booked and a contract to be sealed',
      tests(
        'test/faults/slow-remote.test.ts',
        'an SMS operator that hangs › costs the notices their time and nothing else: a payment is booked and a contract sealed meanwhile',
      ),
      tests(DISPATCHER, 'the dispatcher › lets a lane that hangs hold up no other one'),
    ),
    attack(
      'jobs.crowded-lane',
      'a flood of jobs of one kind takes the whole process, or the oldest waits for the newest',
      tests(
        DISPATCHER,
        'the dispatcher › runs at most as many of a lane at once as the lane has places',
        'the dispatcher › takes what is due longest first',
      ),
    ),
    attack(
      'jobs.long-run-taken-twice',
      'a job runs longer than its lease, and a second worker takes it',
      tests(LEASES, 'a job that runs for five minutes is not taken by a second worker meanwhile'),
    ),
    attack(
      'jobs.late-worker',
      'a worker that has lost its lease writes its outcome over that of another',
      tests(LEASES, 'a worker that has lost its lease is stopped at the next renewal, and writes no end'),
      tests(DISPATCHER, 'the dispatcher › cannot write the end of a job whose lease somebody else has by now'),
      tests(
        RESTARTS,
        'a job whose process died in the middle of it › cannot write over the one that took the job from it, and leaves no file behind',
      ),
    ),
    attack(
      'jobs.overtime',
      'a job hangs for ever in a call of a remote',
      tests(DISPATCHER, 'the dispatcher › aborts a run whose time is over, down to its signal, and repeats it'),
      tests(
        'bff/src/adapters/job-signal.test.ts',
        'a job that is aborted ends its call of %s, which hangs, and sends no other',
      ),
    ),
    attack(
      'jobs.refund-for-ever',
      'the gateway refuses a refund for want of money, again and again',
      tests(
        'test/integration/attacks-refunds.test.ts',
        'a refund that the gateway refuses for want of money › is tried once, is a task of finance, and is given once when they have it done again',
      ),
    ),
    attack(
      'jobs.lost-file',
      'the picture that a contract needs is lost or unreadable, and the applicant waits for ever',
      tests(
        TASKS,
        'a contract that cannot be made › says so to the applicant, and is a task with its reason',
        'a contract that cannot be made › is given up at once for what no repetition mends',
        'a contract that cannot be made › is made when a person has it done again, and only that closes the task',
      ),
    ),
    attack(
      'jobs.missing-glyph',
      'a name has a character that the font of the contract lacks',
      tests(
        'test/integration/attacks-tasks.test.ts',
        'a contract with a character that the font lacks › is given up at the first try, is a task that names no person, and is sealed when the font has it',
      ),
      tests(
        'test/integration/identity.test.ts',
        'the real-name check › refuses a name that the contract cannot print, naming the character',
      ),
    ),
    attack(
      'jobs.failing-for-ever',
      'a job fails at every run, or fails for a reason that no repetition mends',
      tests(
        DISPATCHER,
        'the dispatcher › repeats what fails by its schedule, then hands it to a person with its reason, and never quotes the error',
        'the dispatcher › gives a job up at once when %s',
      ),
    ),
    attack(
      'jobs.no-handler',
      'a kind of job has no handler, or two',
      tests(
        'bff/src/jobs/job-registry.test.ts',
        'the registry of jobs › refuses a kind with two handlers, and a queue that nobody brings',
        'the registry of jobs › says which job nobody handles',
      ),
    ),
    attack(
      'jobs.remote-down',
      'a remote is down: every job runs into it, uses up its tries, or storms it when it is back',
      tests(DISPATCHER, 'the dispatcher › leaves jobs alone whose remote does not answer, and counts no try for them'),
      tests(
        'bff/src/remotes/circuit-breaker.test.ts',
        'opens after eight calls in a row without an answer, and then calls nobody',
        'lets one call try after a pause: its success closes it, its failure opens it anew',
        'lets no second one try, not even when a call from before it opened ends meanwhile',
      ),
      tests(
        'test/integration/attacks-answers.test.ts',
        'a remote that does not answer › is shown by readiness, is not called any more, and is called again when it is back',
      ),
    ),
    attack(
      'jobs.three-processes',
      'three processes work on one database, and two of them are killed again and again',
      tests(DISPATCHER, 'the dispatcher › shares the jobs with other processes: each is run once'),
      tests(
        'test/faults/payment-storm.test.ts',
        '%s payments under faults, on three processes that are killed › end with each payment booked once or returned: none lost, none kept twice',
      ),
    ),
    attack(
      'jobs.killed-at-every-await',
      'the process dies between any two steps of sealing, booking, refunding or deleting',
      tests(
        KILLS,
        'a process that dies between any two steps › of sealing leaves one contract, sealed by the next',
        'a process that dies between any two steps › of booking a payment leaves it booked once',
        'a process that dies between any two steps › of refunding leaves one refund that comes to its end',
        'a process that dies between any two steps › of deleting an account leaves nothing of it',
      ),
      tests(
        RESTARTS,
        'a job whose process died in the middle of it › is left alone until its lease has ended and then taken up by another process',
      ),
    ),
    attack(
      'jobs.metrics',
      'lanes grow, jobs are given up and breakers open, and nobody sees it, or whoever sees it reads of people there',
      tests(
        METRICS,
        '/metrics › shows what waits in a lane and since when, of all queues, and what nobody here handles',
        '/metrics › shows a job that was given up, and its task, also when its time is over',
        '/metrics › shows a breaker that opens, lets one call try, and closes',
        '/metrics › says that the database is away, and all that is known without it',
        '/metrics › names nobody, whatever people have done: no number, name, id or token is in it',
        '/metrics › is not on the public port, and its own port answers nothing else',
      ),
      tests(
        'test/integration/stopping.test.ts',
        'a BFF that is told to stop › is not held up by who reads its metrics',
      ),
    ),
  ],
  awaited: [],
};
