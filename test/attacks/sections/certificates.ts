import { attack, type Section, tests } from '../attack';

const REQUESTS = 'bff/src/pki/requests/requests.test.ts';
const KEYS = 'bff/src/pki/keys/read-public-key.test.ts';
const ISSUING = 'bff/src/adapters/local-ca/issue-certificate.test.ts';
const EJBCA = 'bff/src/adapters/ejbca/create-ejbca-authority.test.ts';
const CERTIFICATES = 'test/integration/certificates.test.ts';
const COMPROMISED = 'test/integration/compromised-keys.test.ts';
const ANEW = 'test/integration/key-made-anew.test.ts';
const LIFE_CYCLE = 'test/integration/certificate-life-cycle.test.ts';
const SIGN_IN = 'test/integration/certificate-sign-in.test.ts';
const UNLOCKS = 'test/integration/ukey-unlocks.test.ts';
const TOKEN_LIFE = 'scripts/ukey-agent/token-life.test.ts';
const STAFF_BINDING = 'test/integration/staff-factor-certificates.test.ts';
const STAFF_SIGN_IN = 'test/integration/staff-factor-sign-in.test.ts';
const STAFF_RENEWAL = 'test/integration/staff-factor-renewal.test.ts';
const BY_ITSELF = 'test/integration/revocation-by-certificate.test.ts';

export const certificates: Section = {
  title: '6. Certificates: requests, keys, issuing, proof and their end',
  attacks: [
    attack(
      'certificates.broken-request',
      'a request is broken, cut, huge, nested a thousand times or in another encoding',
      tests(
        REQUESTS,
        'a request › that is huge is refused before it is looked at',
        'a request › nested a thousand times is broken',
        'a request › in an encoding that is not the distinguished one is broken',
        'a request › of another kind, or of none, is broken',
      ),
      tests(CERTIFICATES, 'a key › that %s is refused'),
    ),
    attack(
      'certificates.no-possession',
      'somebody hands in a request that another key, or nobody, has signed',
      tests(REQUESTS, 'a request › signed with SHA-1, or by SM2 with an empty id, is refused'),
      tests(CERTIFICATES, 'a key › that %s is refused'),
    ),
    attack(
      'certificates.weak-key',
      'a key is too short, has a small exponent, another curve, or is one that others can compute',
      tests(
        REQUESTS,
        'a request › with a short RSA key, or one with the exponent 3, is weak',
        'a request › with the exponent 1, for which anybody can sign, is weak',
        'a request › with a key of the curve %s is not supported',
      ),
      tests(
        KEYS,
        'a public key › of RSA that an Infineon chip has made is weak: %#',
        'a public key › of RSA whose two primes are the same is weak',
        'a public key › whose curve is written out, as in CVE-2020-0601, is not supported',
      ),
    ),
    attack(
      'certificates.wishes',
      'a request asks for the name of somebody else, other names or the powers of an authority',
      tests(
        ISSUING,
        'a certificate › has the subject, term and addresses that we say, and of the request only the key',
      ),
      tests(
        EJBCA,
        'issuing › certifies our subject, our term and the key of the request, whatever else the request says',
      ),
    ),
    attack(
      'certificates.discarded-key',
      'staff discard a key, and it is sent again, decided about by two, tried again meanwhile, or the authority has made its certificate all the same',
      tests(
        ANEW,
        'a certificate that cannot be made because of its key › takes the discarded key no more, whoever sends it and whatever is known of it by then',
        'a certificate that cannot be made because of its key › is settled once by two at the same moment, and nobody settles it again afterwards',
        'a certificate that cannot be made because of its key › is not settled so while it is tried again, nor when it was made meanwhile',
        'what the authority has made of a request that was discarded › is revoked there, for nobody here knows it',
      ),
    ),
    attack(
      'certificates.used-key',
      'a key comes that has a certificate, that is known to others, or that is one of the authority itself',
      tests(CERTIFICATES, 'a key › is nobody else’s to use again'),
      tests(
        COMPROMISED,
        'a key that somebody is known to have › gets no certificate, neither from its holder nor at the desk, and another one does',
        'a key for which a certificate was revoked › takes the renewal that kept it along, and gets no further certificate from anybody',
      ),
      tests(
        ISSUING,
        'a certificate › is refused for RSA-1024, for a signature that is not the key’s, and for a key of the authority itself',
      ),
    ),
    attack(
      'certificates.two-for-one',
      'one order is issued twice: by two calls, two processes, a repeated answer or a process that dies',
      tests(
        CERTIFICATES,
        'a key › handed in twice, and by several calls at once, makes one certificate',
        'a key › of several at once wins alone',
      ),
      tests(ISSUING, 'an idempotency key › makes one certificate for two processes at once'),
      tests(
        'test/e2e/killed-while-issuing.test.ts',
        'a BFF that is killed while it has a certificate made › $when it writes $what, has made one certificate in the end',
      ),
    ),
    attack(
      'certificates.late-or-wrong-answer',
      'the authority answers after the time-out, or with another key, subject, term or chain',
      tests(
        'test/integration/ejbca.test.ts',
        'an answer that does not come › after EJBCA has issued leads to that one certificate',
      ),
      tests(EJBCA, 'what is not what was ordered › refuses a certificate with %s and leaves it to be found'),
    ),
    attack(
      'certificates.not-stored',
      'the write that stores a certificate fails, and somebody has a certificate that nobody can revoke',
      tests(ISSUING, 'an idempotency key › hands out nothing that could not be stored'),
    ),
    attack(
      'certificates.clock',
      'a clock is set back, and a list of revoked certificates looks older than the one before',
      tests(
        'bff/src/adapters/local-ca/revocation-lists.test.ts',
        'a revocation list › never looks older than the one before, though the clock was set back',
      ),
    ),
    attack(
      'certificates.revoked-then-renewed',
      'a revoked certificate is renewed, or one that is revoked while its renewal is made',
      tests(
        LIFE_CYCLE,
        'a renewal › of a revoked certificate does not begin, nor is it handed in when it has begun before',
        'a renewal › of a certificate that was revoked meanwhile gives none, and staff have a task',
      ),
    ),
    attack(
      'certificates.wrong-one-revoked',
      'replacing a certificate revokes the new one, both or the wrong one',
      tests(
        LIFE_CYCLE,
        'a reissue › of a broken one ends the old one only when the new one is there (step-ca #909), and nothing else',
        'a reissue › of a lost certificate ends the old one when it is handed in, and the new one ends with the old term',
      ),
    ),
    attack(
      'certificates.foreign-page-at-agent',
      'a foreign web page calls the agent with the UKey',
      tests(
        'scripts/ukey-agent/refused-callers.test.ts',
        'who may call the agent › is not %s',
        'pairing › is of one origin: its key is nothing worth at another',
      ),
    ),
    attack(
      'certificates.challenge-again',
      'an answer to a challenge is replayed, relayed, or given for another purpose',
      tests(
        SIGN_IN,
        'a challenge › is good once: the same answer again opens nothing',
        'a challenge › that a relaying page had signed in its own name proves nothing',
        'a challenge › for another purpose signs nobody in',
      ),
      tests(
        BY_ITSELF,
        'a certificate that ends itself › stays when the signature was given for something else, on another device, twice, or by another key',
      ),
    ),
    attack(
      'certificates.other-application',
      'somebody proves themselves by a certificate of another application, or one that is over',
      tests(
        SIGN_IN,
        'a certificate › of another application is no key to this one (%s)',
        'a certificate › that its holder has revoked is refused, and its key alone does not tell',
      ),
    ),
    attack(
      'certificates.stolen-pin',
      'somebody gets a new PIN for the UKey of another, or a clerk for their own, or says that one was set where none was',
      tests(
        UNLOCKS,
        'asking for a new PIN › is nothing for somebody else',
        'the desk › serves nobody’s own UKey',
        'the desk › gives no challenge and takes no answer before the same clerk has compared the document',
        'an unlocked UKey › is not one whose signature is another key’s, or of something else',
        'an unlocked UKey › is not one by a challenge that was used, has ended, or was given for something else',
        'an unlocked UKey › is one once, however many answers come at the same moment',
      ),
      tests(
        TOKEN_LIFE,
        'the life of a token › is not unblocked for another key, without a certificate, or by a page that is not paired, whatever PIN is given',
      ),
    ),
    attack(
      'certificates.staff-factor-planted',
      'somebody at a signed-in desk plants a certificate of theirs as a second factor, or the authenticator beside one',
      tests(
        STAFF_BINDING,
        'binding a certificate › waits for another administrator, is seen by all the staff, and counts from then on',
        'binding a certificate › needs the password, and a code of who has an authenticator',
        'binding a certificate › is asked for by an answer to a challenge of this very session, for one of five calls at the same time',
        'binding a certificate › that was asked for before the second factors were taken away does not come into effect',
        'binding a certificate › is made for one of two members who have asked with the same key',
        'taking a certificate off › leaves the last second factor where one is required',
      ),
      tests(
        STAFF_SIGN_IN,
        'proving again by certificate › is asked for before an authenticator is enrolled, too: a password alone must not add a way in',
      ),
    ),
    attack(
      'certificates.staff-factor-answer',
      'an answer for a staff sign-in or a grave act is replayed, relayed, guessed, or was given for a holder’s sign-in',
      tests(
        STAFF_SIGN_IN,
        'sign-in of staff by certificate › takes an answer once, and of five at the same time one',
        'sign-in of staff by certificate › refuses what was signed for holders, and holders’ sign-in what was signed for staff',
        'sign-in of staff by certificate › refuses what was signed for a session, for another device or for another page',
        'sign-in of staff by certificate › counts wrong answers as it counts wrong codes: five of twelve that come at the same time are looked at',
        'proving again by certificate › is not done by an answer of another session, of a sign-in, or of a colleague’s certificate',
      ),
    ),
    attack(
      'certificates.staff-factor-over',
      'a member of staff comes with a certificate of a colleague, a foreign one, or one that is revoked, on hold or over',
      tests(
        STAFF_SIGN_IN,
        'sign-in of staff by certificate › refuses a colleague’s certificate, one of nobody on the staff, a foreign one and a wrong key',
        'sign-in of staff by certificate › refuses one on hold until it is released',
        'sign-in of staff by certificate › refuses one that the authority itself has %s',
        'sign-in of staff is refused with a certificate that has expired',
      ),
      tests(STAFF_RENEWAL, 'one that comes with a new key must be bound anew'),
    ),
  ],
  awaited: [],
};
