import { attack, type Section, tests } from '../attack';

const RACES = 'test/integration/file-races.test.ts';
const LIFETIME = 'test/integration/file-lifetime.test.ts';
const OWN_FILES = 'test/integration/own-files.test.ts';
const CONFIG = 'bff/src/config/load-config.test.ts';
const SIGNING = 'bff/src/config/signing-certificate-problems.test.ts';
const SECRETS = 'bff/src/config/secret-problems.test.ts';
const INK = 'bff/src/adapters/contract-maker/ink-pool.test.ts';

export const data: Section = {
  title: '5. Data that belongs to somebody',
  attacks: [
    attack(
      'data.racing-uploads',
      'twelve uploads race with the deletion of their draft, or with submission or the closing of the account',
      tests(
        RACES,
        'an upload leaves nothing behind › when twelve of them race with the deletion of their draft',
        'an upload leaves nothing behind › when its draft is deleted while it is written',
        'an upload leaves nothing behind › when its application is submitted while it is written',
        'an upload leaves nothing behind › when its account is closed while it is written',
        'putting a photo into an application › is refused when the photo is removed at the same time, and the application does without',
      ),
    ),
    attack(
      'data.deleted-account',
      'photos of the ID card survive the deletion of their account',
      tests(
        OWN_FILES,
        'the deletion of an account › takes every photo of the account with it, also of an application that is gone',
        'the deletion of an account › judges an application again that changes while it is removed',
      ),
    ),
    attack(
      'data.replaced-photo',
      'a replaced photo stays readable, or is kept and in no export',
      tests(
        LIFETIME,
        'a replaced picture › of the ID card is gone at once',
        'a replaced picture › of the signature is gone at once',
        'a replaced picture › that a review saw stays, also when it was an attachment',
      ),
      tests(OWN_FILES, 'an export of one’s data › holds a photo that a review saw and that was replaced'),
    ),
    attack(
      'data.left-behind',
      'an upload or a removal dies half-way, or its order is gone',
      tests(
        LIFETIME,
        'the sweep › removes the files of an order that is gone, an hour after they came',
        'the sweep › removes what an upload has left that died, and nobody sees it before',
        'the sweep › gives back what a removal has held that died before it looked',
      ),
    ),
    attack(
      'data.unbounded',
      'one account fills the database: photos, saves, drafts, all at the same moment',
      tests(
        RACES,
        'the uploads of one application › are bounded, and the refusal says what to do',
        'the uploads of one application › never exceed the bound by racing',
      ),
      tests(
        'test/integration/application.test.ts',
        'at most ten unfinished applications › are made by thirty calls at the same time',
        'saving › is possible sixty times a minute',
      ),
    ),
    attack(
      'data.trial-certificate',
      'production starts with the certificate of the trial CA, or with a foreign, expired or unfit one',
      tests(
        CONFIG,
        'a start in production › refuses the trial CA, which a development start takes',
        'a start in production › refuses a certificate that has expired or is of another company',
      ),
      tests(
        SIGNING,
        'what production may not sign with › is the certificate of the trial CA, told by its issuer even where that is left out',
        'what production may not sign with › is a certificate that has expired or is not valid yet, to the second',
        'what production may not sign with › is one without its issuer in the file: alone, self-signed, or with a namesake that did not sign it',
        'what production may not sign with › is one that may not sign, or does not say that it may',
        'what production may not sign with › is one of another company; O or CN is enough',
        'what no start may have › is a key that belongs to another certificate',
      ),
    ),
    attack(
      'data.weak-keys',
      'production starts with equal or low-entropy keys',
      tests(
        SECRETS,
        'one secret for two purposes › is refused for every pair',
        'a key that is not random › is refused: %s',
      ),
    ),
    attack(
      'data.half-configured',
      'production starts without an anchor, with a loopback database or a notify URL that is not ours, or not called production',
      tests(
        CONFIG,
        'a start in production › refuses %s=%s',
        'a start in whichever mode › is refused without NODE_ENV where the settings are those of production',
      ),
      tests('bff/src/config/network-addresses.test.ts', 'a database of this machine › is %s'),
      tests('bff/src/config/unset-mode-problems.test.ts', 'a start without NODE_ENV › is refused when %s is %s'),
    ),
    attack(
      'data.event-loop',
      'thirty small PNGs that unpack to megapixels freeze the process',
      tests(
        INK,
        'preparing signatures in worker threads › leaves the event loop free',
        'preparing signatures in worker threads › refuses by the header before anybody has to wait',
        'the limits of the pool › too many waiting: the last is refused, the others are served',
        'the limits of the pool › too long: that picture is given up, the next one gets a new thread',
      ),
      tests(
        'bff/src/adapters/contract-maker/create-contract-maker.test.ts',
        'what it says of a signature › is "unreadable" for a canvas that is none of ours, which is not decoded',
      ),
    ),
    attack(
      'data.in-clear',
      'the database or the log holds names, numbers, codes or tokens in clear',
      tests(
        'test/integration/personal-data.test.ts',
        'personal data and secrets › lie in the database encrypted or hashed only',
        'personal data and secrets › are not in the log, not even at level debug and when everything fails once',
        'personal data and secrets › are not quoted in the answers to wrong input',
      ),
    ),
    attack(
      'data.copied-envelope',
      'an encrypted phone is copied from one account to another, and accepted',
      tests(
        'test/integration/sealed-records.test.ts',
        'what was sealed for one record › does not open in another one: %s',
        'what was sealed for one record › makes no contract in the name of another person',
        'reads what was sealed before envelopes were bound to records',
      ),
    ),
    attack(
      'data.eternal-key',
      'a key leaks, and cannot be replaced while serving',
      tests(
        'test/integration/key-rotation.test.ts',
        'what the areas declare as sealed › is everything that is sealed in the database',
        'a new key › reads what the old ones have sealed, and finds what they have hashed',
        'a new key › comes to everything, while people work and the command is killed again and again',
        'a new key › is enough by itself afterwards',
        'the command › does not say that it is done when something does not open',
        'while processes differ in their newest key › makes one account of two registrations at once, again and again',
      ),
    ),
    attack(
      'data.consent-in-clear',
      'the address and device of a consent lie in the database in clear',
      tests(
        'test/integration/contract-signing.test.ts',
        'consent to the contract › records version, digest, time, how it was read, and, sealed, device and address',
      ),
    ),
    attack(
      'data.claimed-reading',
      'a flick to the end counts as reading, or a page claims more time than has passed',
      tests(
        'test/integration/contract-reading.test.ts',
        'a time of reading › longer than has passed since the text was opened is refused',
        'a time of reading › of one section longer than the whole is refused',
        'a time of reading › of a text that was never given is refused, and counts from when it is',
        'a text that was read in haste › asks for a second tick, and is agreed to with it',
        'a text that was read in haste › is one with a clause of weight that nobody can have read, however long the rest took',
      ),
    ),
    attack(
      'data.rewritten-audit',
      'the audit chain is made anew by who holds the database, or names nobody for a failed sign-in',
      tests(
        'bff/src/modules/audit/verify-chain.test.ts',
        'anchors › show that the whole chain was made anew, by somebody who has the key',
      ),
      tests(
        'bff/src/modules/audit/record-hash.test.ts',
        'linking acts › authenticates each by HMAC-SHA-256 of its hash',
      ),
      tests(
        'test/integration/audit-facts.test.ts',
        'whom an act was about › is found by who knows the number, also of what was refused, and cannot be read',
        'leaves one authentic chain, and calls without a body to read as they were',
      ),
    ),
    attack(
      'data.forged-contract',
      'a contract that was changed, added to or covered over after it was sealed, or that a stranger sealed, passes for genuine',
      tests(
        'bff/src/contract-pdf/verify/manipulated-contracts.test.ts',
        'of a manipulated contract the verifier says which it is, and why › %s',
      ),
      tests(
        'bff/src/contract-pdf/verify/random-changes.test.ts',
        'no byte can be changed, wherever it stands',
        'nor in the signature, the table, and what was appended',
        'nothing can be cut off, doubled or taken out',
      ),
    ),
    attack(
      'data.hanging-contract',
      'a file that is uploaded as a contract hangs the verifier, fills its memory or throws',
      tests(
        'bff/src/contract-pdf/verify/hostile-certificates.test.ts',
        'a way to an anchor › is looked for in bounded time among certificates that all seem to issue each other',
        'a key that is none, or one that takes long › %s is refused without an exception',
      ),
      tests(
        'bff/src/contract-pdf/verify/manipulated-contracts.test.ts',
        'of a manipulated contract the verifier says which it is, and why › %s',
      ),
      tests(
        'bff/src/adapters/contract-verifier/create-contract-verifier.test.ts',
        'gives a file up that takes too long, and sends away who would wait too long',
      ),
    ),
    attack(
      'data.guessed-contract',
      'somebody finds out of whom there are contracts, by numbers, by guessed codes or by a forged file with a number in it',
      tests(
        'test/integration/contract-checks.test.ts',
        'number and code of a contract › are answered alike when the code is wrong, and when there is no such contract',
        'number and code of a contract › are asked for sixty times in ten minutes from one address',
        'a contract file that somebody uploads › is foreign when somebody else signed it, though it bears our number',
        'a contract file that somebody uploads › is kept nowhere: no file, no record of the call',
      ),
    ),
    attack(
      'data.signing-key',
      'contracts are sealed by a key that has ended, is for something else, of somebody else or half replaced; a token comes back to nobody, or its PIN is used up',
      tests(
        'bff/src/adapters/contract-signer/create-contract-signer.test.ts',
        'a start is refused › for %s',
        'a start is refused › for a key of another certificate, a chain out of order, and files that cannot be read; no path is shown',
        'a key is replaced without a restart › with the next contract, when both of its files are there',
        'a key is replaced without a restart › never by one of another name, without its file, or that the product refuses',
        'a token › that refuses its PIN is not asked again until the PIN is another one',
      ),
      tests(
        'test/integration/contract-signer.test.ts',
        'contracts are sealed › by a key in a token, over HTTP; pulled out, they wait, and are sealed when it is back',
        'a key that is replaced › after it has ended lets the contract be sealed that could not be, without a restart',
      ),
    ),
    attack(
      'data.autosaves',
      'each autosave leaves an audit entry for ever, or one is lost when they are counted',
      tests(
        'test/integration/audit-counts.test.ts',
        'a form that saves itself › is one record a minute, with who, what and how often, in one authentic chain',
        'a form that saves itself › is refused when its count cannot be stored',
        'no save is lost or counted twice › by two processes that count and close at the same time',
        'no save is lost or counted twice › by a process that dies before it has put the count into the chain',
      ),
    ),
    attack(
      'data.ending-credential',
      'a certificate ends, and nobody was warned',
      tests(
        'test/integration/task-openings.test.ts',
        'a credential that ends › is said once at 90, 30 and 7 days, and not again in between when somebody has seen it',
      ),
    ),
    attack(
      'data.scrypt-pool',
      'a storm of sign-ins by password takes all threads of the process; a signature is decoded at each sealing',
      tests(
        'bff/src/modules/auth/password-hash.test.ts',
        'many hashes at once › leave threads of the pool to files and names of hosts',
        'many hashes at once › are made two at a time; 64 comparisons wait, one more is told to come again',
      ),
      tests(
        'test/integration/contract-signing.test.ts',
        'the ink of the signature › is stored with the signature, encrypted, so that sealing decodes no picture',
      ),
    ),
  ],
  awaited: [],
};
