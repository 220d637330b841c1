import { attack, type Section, tests } from '../attack';

const PROXY = 'test/integration/proxy.test.ts';
const INPUTS = 'test/integration/attacks-inputs.test.ts';
const ANSWERS = 'test/integration/attacks-answers.test.ts';
const STOPPING = 'test/integration/stopping.test.ts';
const ERRORS = 'bff/src/http/error-handler.test.ts';

export const requests: Section = {
  title: '4b. Doors: what comes over the wire',
  attacks: [
    attack(
      'doors.forged-address',
      'X-Forwarded-For is made up, with proxies of ours or without',
      tests(
        PROXY,
        'behind a proxy that appends to X-Forwarded-For › a client is counted by its own address: %s',
        'behind a proxy that appends to X-Forwarded-For › a limit cannot be passed by making up addresses, and does not touch other clients',
        'behind a proxy that appends to X-Forwarded-For › a proxy that is not ours is the client',
        'behind a proxy that appends to X-Forwarded-For › evidence and audit hold the client’s own address',
        'without a proxy › nothing that a client writes is believed',
        'without a proxy › what is no address, where our proxy should have written one, is the socket’s address',
      ),
      tests(
        'bff/src/http/client-address.test.ts',
        'ctx.ip over HTTP › is the last of a header that comes in two lines',
      ),
    ),
    attack(
      'doors.ipv6',
      'one IPv6 client uses the 2^64 addresses of its network',
      tests(
        PROXY,
        'an IPv6 client › has one limit for its whole /64, however many of its addresses it uses',
        'an IPv6 client › that is IPv4 in IPv6 is the IPv4 client',
        'an IPv6 client › has one count of wrong passwords too',
      ),
    ),
    attack(
      'doors.absent-body',
      'a call comes without a body, with another content type, or with a list: a form is erased',
      tests(INPUTS, 'a body that is not there or cannot be read › is refused by %s, and nothing is changed'),
    ),
    attack(
      'doors.cursors',
      'a cursor, a limit or an id is anything at all: the list begins again, or the answer is 500',
      tests(
        INPUTS,
        'a value that is read before it is checked › is the cursor of every list',
        'a value that is read before it is checked › is refused by %s',
        'a value that is read before it is checked › is refused by %s in its path',
      ),
      tests(
        'test/integration/queue-cursors.test.ts',
        'the queue of the staff › refuses a cursor that is %s, instead of beginning again',
      ),
    ),
    attack(
      'doors.guessed-types',
      'a browser guesses the type of an answer, or a cache keeps a refusal',
      tests(
        ANSWERS,
        'every answer › says that its type is not to be guessed and that no cache keeps it, refusals and files too',
      ),
    ),
    attack(
      'doors.foreign-script',
      'a script gets into the H5 page, or the page into a foreign frame',
      tests('scripts/demo/serve-h5.test.ts', 'the H5 page › %s may run our own scripts only, and be framed by nobody'),
    ),
    attack(
      'doors.reports',
      'a client report carries personal data into the log, in whichever field',
      tests(ANSWERS, 'a report of a client › with personal data in every field leaves none of it in the log'),
      tests(
        'bff/src/modules/reports/redact-report.test.ts',
        'redaction of client reports › lets nothing personal through in %s',
      ),
    ),
    attack(
      'doors.late-errors',
      'an error outside the handlers is printed with its message',
      tests(
        ERRORS,
        'an error after the handlers are done › is logged like any other, and not printed with its message',
        'an error after the handlers are done › may come without a request',
      ),
    ),
    attack(
      'doors.kept-connections',
      'the proxy uses a connection that we close in the same moment',
      tests(
        'bff/src/http/http-server.test.ts',
        'the time that connections are kept › is told to the client, and headers may come after it',
        'the time that connections are kept › may be longer than Node’s time for a whole request',
      ),
    ),
    attack(
      'doors.stop',
      'the process is told to stop while connections are idle and a request hangs',
      tests(
        STOPPING,
        'a BFF that is told to stop › closes idle connections and ends at once',
        'a BFF that is told to stop › gives the answers that are under way, and then ends',
        'a BFF that is told to stop › cuts a request that hangs after its time, and still writes down what lies in memory',
        'a BFF that is told to stop › does the same at a second signal',
      ),
    ),
    attack(
      'doors.generators',
      'a generator of requests cannot read the OpenAPI document',
      tests(
        'bff/src/http/openapi-document.test.ts',
        'the patterns of the API document › %s is one without the u flag',
        'the patterns of the API document › %s means the same with the flag and without',
      ),
    ),
  ],
  awaited: [],
};
