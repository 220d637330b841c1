import { attack, type Section, tests } from '../attack';

const IDENTITY = 'test/integration/identity.test.ts';
const SMS = 'test/integration/sms-codes.test.ts';
const CODES = 'test/integration/attacks-codes.test.ts';
const FAMILIES = 'test/integration/session-families.test.ts';
const SESSIONS = 'test/integration/sessions.test.ts';
const CHANGES = 'test/integration/staff-changes.test.ts';
const TEMPLATES = 'test/integration/contract-templates.test.ts';
const DESK = 'test/integration/attacks-desk.test.ts';
const REVIEW = 'test/integration/review.test.ts';
const CLAIMS = 'test/integration/review-claims.test.ts';
const ROUNDS = 'test/integration/review-rounds.test.ts';
const CERTIFICATES = 'test/integration/certificate-sign-in.test.ts';
const PHONES = 'test/integration/phone-changes.test.ts';

export const accounts: Section = {
  title: '4a. Doors: who somebody is, and what they may',
  attacks: [
    attack(
      'doors.known-person',
      'somebody knows a name, an ID number and that person’s phone, and passes as them',
      tests(
        IDENTITY,
        'an identity is possession, not knowledge › who knows a name, a number and a phone does not pass as their owner',
        'an identity is possession, not knowledge › another number of one’s own is proved by a code that goes to it, and told',
        'an identity is possession, not knowledge › a code for signing in does not prove it',
      ),
    ),
    attack(
      'doors.second-account',
      'an ID number that is verified on one account is verified on another, also at the same moment',
      tests(
        IDENTITY,
        'an identity is possession, not knowledge › is not verified a second time for another account: the person is led to the one they have',
        'an identity is possession, not knowledge › is verified for at most one of two accounts that try at the same moment',
      ),
    ),
    attack(
      'doors.guessed-identity',
      'names and ID numbers are tried as often as one likes',
      tests(IDENTITY, 'the real-name check › asks at most three times a day, also for ten checks at the same time'),
    ),
    attack(
      'doors.codes-of-strangers',
      'strangers ask for codes, guess at codes and read pictures, to shut an owner out',
      tests(
        SMS,
        'asking for a code › by strangers, however many, shuts no owner out, voids no code of theirs and kills none by guessing',
        'asking for a code › by somebody unknown asks for a picture after the first few, and takes each picture once',
      ),
      tests(
        CODES,
        'somebody who has never signed in on this device, and a stranger with their number › ten codes for another purpose do not shut them out',
      ),
    ),
    attack(
      'doors.minute-slot',
      'a stranger asks away the minute in which the owner may ask',
      tests(
        CODES,
        'somebody who has never signed in on this device, and a stranger with their number › a code asked for a second before does not make them wait',
      ),
    ),
    attack(
      'doors.killed-code',
      'five wrong tries of a stranger kill the code in the owner’s hand',
      tests(
        CODES,
        'somebody who has never signed in on this device, and a stranger with their number › five wrong tries do not kill the code in their hand',
        'somebody who has never signed in on this device, and a stranger with their number › a code for the stranger’s device opens nothing on another, and the other way round',
      ),
    ),
    attack(
      'doors.other-purpose',
      'a code for one purpose voids that for another, or is good for it',
      tests(
        CODES,
        'a code for one purpose › voids none for another, on the same device',
        'a code for one purpose › is good for no other, on the same device',
      ),
    ),
    attack(
      'doors.sms-bill',
      'codes are asked for to thousands of numbers: nobody notices until the bill comes',
      tests(
        SMS,
        'asking for a code › has a budget of the whole service: staff are told at four fifths, and beyond it nothing is sent',
        'asking for a code › is refused for an address that has had its budget of the day, by every door, and nothing is sent',
      ),
    ),
    attack(
      'doors.stolen-refresh-token',
      'an old refresh token is used, one generation later or twenty',
      tests(
        FAMILIES,
        'an old refresh token › ends the session, %i generations later',
        'an old refresh token › of the generation before the last gets no grace',
        'an old refresh token › is good for ten seconds, not for eleven',
        'a made-up token › with the id of somebody’s session ends nothing: ids can be guessed',
      ),
    ),
    attack(
      'doors.two-tabs',
      'two tabs refresh at once, or the answer to a refresh is lost: the person is signed out',
      tests(
        FAMILIES,
        'a person with a slow network or many tabs › repeats what got no answer two seconds later, and goes on',
        'a person with a slow network or many tabs › refreshes in two tabs at once: both go on, and either token is good for the next time',
        'a person with a slow network or many tabs › whose token was stolen in that moment is signed out as soon as both have gone on',
      ),
    ),
    attack(
      'doors.borrowed-device',
      'somebody signs out on a borrowed phone, and its owner signs in by the password alone',
      tests(
        SESSIONS,
        'signing out › forgets the device when asked: its password alone opens nothing any more',
        'ending one device › takes the trust in that device too: its password alone opens nothing',
      ),
    ),
    attack(
      'doors.contract-template',
      'one administrator changes what everybody signs from now on, or a version that was published',
      tests(
        TEMPLATES,
        'publishing › takes another administrator than the one who saved last, and their proof',
        'publishing › waits for who changed a comma of it, so that two have always seen the whole',
        'publishing › needs a day where there is one administrator only',
        'publishing › is not for somebody who is an administrator since today',
        'publishing › makes a version that nobody changes, gives up or publishes again',
      ),
    ),
    attack(
      'doors.one-administrator',
      'one administrator makes themselves a reviewer, invites a puppet, or takes over a colleague’s account',
      tests(
        CHANGES,
        'one administrator alone › does not make themselves a reviewer: it waits for a second one, and is effective at once then',
        'one administrator alone › does not invite a puppet, take over an account or take a second factor away',
        'one administrator alone › that there is waits 24 hours, in which everybody on the staff sees it',
        'one administrator alone › and somebody just made an administrator are not two people for 24 hours',
        'the proof › is asked for, and a wrong password is none',
        'the proof › is an unused code, too, once an authenticator is enrolled',
        'a waiting change › is stopped by another administrator or by whom it concerns, and is not found by others',
      ),
      tests(
        PHONES,
        'a changed number › is not agreed to by a reviewer who was made within the last day, where two are needed',
      ),
    ),
    attack(
      'doors.own-order',
      'a reviewer decides on an application of their own, or on their own change of number',
      tests(
        REVIEW,
        'an application of one’s own › is decided by nobody whose number is the applicant’s',
        'an application of one’s own › is known by the ID number, too, when it was made under another number',
      ),
      tests(PHONES, 'a changed number › is not agreed to by whose account it is'),
    ),
    attack(
      'doors.second-decision',
      'a second reviewer decides otherwise on the same revision, and is told that all is well',
      tests(
        DESK,
        'two reviewers who decide on the same revision › %s, then %s by somebody else: 409, and the first decision stands',
        'two reviewers who decide on the same revision › at the same moment: one decision happens, whoever they are',
      ),
      tests(
        REVIEW,
        'returning with marks › twice is one return; with other marks, or by somebody else, it is refused',
        'rejecting › twice for the same reason is one rejection, for another reason it is refused',
      ),
    ),
    attack(
      'doors.changed-behind-the-decision',
      'what a reviewer decides upon is exchanged between the look and the decision, or two decide on the same one',
      tests(
        CLAIMS,
        'a decision › is about what was on the screen, to the last picture, and refused where that is another',
        'an application that a reviewer has open › is decided by nobody else, who see who has it; without a sign for ten minutes it goes to the next',
        'an application that a reviewer has open › is had by one of two who open it at the same moment',
      ),
    ),
    attack(
      'doors.unmarked-change',
      'an application comes back for a photo, and its unit, its address or another paper is exchanged on that occasion',
      tests(
        ROUNDS,
        'an application that came back › is changed only where it was marked, and not handed in again as it was',
        'an application that came back › is looked at once more as a whole when it is handed in: what slipped past the pages is refused',
        'an application that came back › for its unit is signed anew; beside the unit nothing is changed',
        'an application that came back › twenty times does not come back any more',
        'a mark › is about a picture and a paper of that order, or refused',
      ),
    ),
    attack(
      'doors.several-roles',
      'somebody with two roles has the rights of one of them only, or more than both',
      tests(
        DESK,
        'somebody with several roles › may call whatever one of them may, in whichever order they are written',
      ),
      tests(REVIEW, 'what the staff see › offers with several roles what any of them may do'),
      tests('test/integration/endpoints.test.ts', 'who may call an endpoint › %s refuses staff without its role'),
    ),
    attack(
      'doors.relayed-certificate',
      'a page of a cheat, or another device, has the holder of a certificate sign its own sign-in, or uses a signature again',
      tests(
        CERTIFICATES,
        'a challenge › is good once: the same answer again opens nothing',
        'a challenge › is good for one of five answers at the same time',
        'a challenge › of one device is no other’s, and stays good for its own',
        'a challenge › is given to no page of others, and none of theirs is listened to',
        'a challenge › that a relaying page had signed in its own name proves nothing',
        'a challenge › for another purpose signs nobody in',
      ),
      tests(
        'scripts/ukey-agent/token-life.test.ts',
        'the life of a token › signs no challenge of another site, none that has expired and none for later',
      ),
    ),
    attack(
      'doors.other-certificate',
      'the key of one certificate, or a certificate that is over, opens the account of another',
      tests(
        CERTIFICATES,
        'a certificate › of another application is no key to this one (%s)',
        'a certificate › that its holder has revoked is refused, and its key alone does not tell',
        'a certificate › that the authority itself has %s is refused',
        'a certificate › that has expired is refused',
      ),
    ),
    attack(
      'doors.token-in-script',
      'a script on the H5 page reads a refresh token, or another site uses its cookie',
      tests(
        'test/integration/session-cookies.test.ts',
        'staff who sign in with a browser › get their refresh token in a cookie that no script, other site or other endpoint sees',
        'a cookie that was stolen › ends the session when it is used after the owner has gone on',
        'another site in the same browser › is not allowed to send the header',
        'another site in the same browser › signs nobody out by the cookie alone',
      ),
    ),
  ],
  awaited: [],
};
