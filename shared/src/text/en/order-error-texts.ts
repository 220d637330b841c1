import { text } from './error-text';

/** What is said of applications and their contracts. */
export const ORDER_ERROR_TEXTS_EN = {
  'orders.not_found': text('We could not find this application', 'Please look in the list of applications'),
  'orders.transition_not_allowed': text(
    'This application is now “{status}”; that cannot be done',
    'Please refresh to see the latest status',
  ),
  'orders.not_editable': text(
    'This application is now “{status}” and cannot be changed',
    'Please refresh to see the latest status',
  ),
  'orders.incomplete': text('The application is not complete: {step}', 'Please finish this step first'),
  'orders.live_application': text(
    'You already have an application under way for this project: {orderNumber}',
    'Please open it in the list of applications; if you do not want it, cancel it first',
  ),
  'orders.live_application_elsewhere': text(
    'The same unit or person already has an application under way for this project',
    'Please ask the colleagues who handle certificates in your unit; if nobody knows, please call us',
  ),
  'orders.follows_certificate': text(
    'This application began with a certificate and cannot be repeated directly',
    'Please open that certificate under “My certificates” and begin again there',
  ),
  'orders.too_many_drafts': text(
    'Too many applications are not submitted yet',
    'Please continue or delete one of them first',
  ),
  'contracts.consent_required': text(
    'Please read the contract and tick your consent',
    'Please read to the end of the contract, then tick',
  ),
  'contracts.read_in_haste': text(
    'That was fast; we need one more confirmation',
    'Please tick “I confirm that I have read and understood”, then go on',
  ),
  'contracts.reading_time_wrong': text(
    'The time you spent reading could not be recorded',
    'Please look through the contract from its beginning, then tick again',
  ),
  'contracts.version_outdated': text('The contract has changed', 'Please read it again before you confirm'),
  'contracts.unprintable': text(
    '“{characters}” cannot be printed in the contract at the moment',
    'Please check this character in your details; if it is right, call us and we will see to it',
  ),
  'contracts.details_changed': text(
    'Something that the contract says has changed',
    'Please read the contract again and confirm',
  ),
  'contracts.id_card_required': text(
    'There are no photos of the ID card yet',
    'Please upload the portrait side and the emblem side of the ID card',
  ),
  'contracts.signature_required': text(
    'The signature is not confirmed yet',
    'Please sign by hand, then tap “Confirm signature”',
  ),
  'contracts.already_signed': text(
    'The contract is signed; photos and signature cannot be changed any more',
    'Please look at the finished contract',
  ),
  'contracts.not_ready': text('The contract is being made', 'Please wait a few seconds; it will appear by itself'),
  'contracts.acknowledgement_required': text(
    'Please look at the contract and tick that you have read it',
    'Please open the contract',
  ),
  'contracts.digest_mismatch': text('You looked at an older contract', 'Please open the contract again'),
} as const;
