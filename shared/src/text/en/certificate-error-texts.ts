import { text } from './error-text';

/** What is said of making and ending certificates, and of signing in by one. */
export const CERTIFICATE_ERROR_TEXTS_EN = {
  // signing in by certificate
  'auth.challenge_invalid': text('This signature is too old or was used before', 'Please try once more'),
  'auth.certificate_unknown': text(
    'This certificate was not issued here',
    'Please take a certificate that you got here, or take another way',
  ),
  'auth.certificate_not_proved': text(
    'The signature is not of this certificate: it does not prove that you hold it',
    'Please check which certificate you chose and try again, or take another way',
  ),
  'auth.certificate_early': text(
    'This certificate is not valid yet',
    'Please try after its first day, or take another way',
  ),
  'auth.certificate_expired': text(
    'This certificate has expired',
    'Please take another way and apply for a new certificate',
  ),
  'auth.certificate_revoked': text(
    'This certificate was revoked',
    'Please take one that is valid, or take another way',
  ),
  'auth.certificate_suspended': text(
    'This certificate is on hold',
    'Please contact customer service, or take another way',
  ),
  'auth.certificate_unfit': text(
    'This certificate is not for signing in',
    'Please take a signing certificate, or take another way',
  ),
  'auth.certificate_unchecked': text(
    'We cannot find out at the moment whether this certificate is valid',
    'Please try again later, or take another way',
  ),
  'auth.certificate_not_bound': text(
    'This certificate is not bound as your second factor',
    'Please take one that is, or enter a code of your authenticator',
  ),
  // certificates
  'certificates.not_ready': text(
    'This application has not come to its certificate yet ({status})',
    'Please finish the steps before, or refresh to see how far it is',
  ),
  'certificates.made_at_desk': text(
    'This application is for a UKey, which our staff make',
    'Please look at the progress in the application',
  ),
  'certificates.request_unreadable': text(
    'The certificate request cannot be read',
    'Please make it anew on your own device',
  ),
  'certificates.proof_failed': text(
    'The signature of the certificate request is wrong: it does not prove that you hold the key',
    'Please make it anew on your own device',
  ),
  'certificates.key_weak': text(
    'This key is not safe enough for a certificate',
    'Please make a new one on your device',
  ),
  'certificates.key_compromised': text(
    'Somebody else may have this key, so it cannot have a certificate',
    'Please make a new key and try again; do not bring one that was used before',
  ),
  'certificates.key_used': text(
    'This key has been used before and cannot have another certificate',
    'Please make a new one on your device',
  ),
  'certificates.algorithm_not_offered': text(
    'This project does not offer keys of this kind',
    'Please update to the latest version and make the key anew',
  ),
  'certificates.already_requested': text(
    'The certificate of this application is being made for another key',
    'Please go on with the device on which you began; if it is lost, please contact us',
  ),
  'certificates.not_found': text('We could not find this certificate', 'Please refresh the list and try again'),
  'certificates.made_by_holder': text(
    'This application is for a software certificate, whose key the applicant makes',
    'Please wait for the applicant',
  ),
  'certificates.other_token': text(
    'This certificate was made for another UKey',
    'Please insert the one in which the key was made',
  ),
  'certificates.state_not_allowed': text(
    'The certificate is “{state}” now, so this is not possible',
    'Please refresh and look again',
  ),
  'certificates.too_many_to_export': text(
    'More than {most} certificates match, which is too many for one table',
    'Please filter by state first',
  ),
  'certificates.not_issued': text('The certificate has not been issued yet', 'Please refresh in a while'),
  // electronic seals
  'electronic_seals.not_found': text('We could not find this electronic seal', 'Please refresh and try again'),
  'electronic_seals.not_made': text(
    'The electronic seal is not ready yet',
    'It takes a few seconds; please refresh soon',
  ),
  'electronic_seals.not_offered': text('This application has no electronic seal', 'Nothing to do; please go on'),
  'electronic_seals.not_drawable': text(
    'No seal can be drawn of this name yet',
    'Your certificate does not depend on it; if you need a seal, please call customer service',
  ),
  'electronic_seals.data_missing': text('No file of a seal was received', 'Please choose it and try again'),
  // revocation status
  'revocation_status.published_elsewhere': text(
    'The revocation status of certificates is not published here',
    'Please ask at the address in the certificate',
  ),
  'certificates.replaced': text('A new certificate has taken the place of this one', 'Please begin with the new one'),
  'certificates.renewal_too_early': text('It is too early to renew this certificate', 'Please come back after {day}'),
  'certificates.too_late': text('This certificate has ended, so this is not possible', 'Please apply for a new one'),
  'certificates.not_for_holder': text(
    'Facts of a personal certificate cannot be changed here',
    'If your name or document has changed, please contact us',
  ),
  'certificates.in_work': text(
    'An application for this certificate is under way: {orderNumber}',
    'Please go on with it; if it was not submitted, you can also delete it and begin anew',
  ),
  'certificates.origin_ended': text(
    'The old certificate has changed meanwhile, so this application cannot go on',
    'If it was not submitted, please delete it and begin anew; otherwise contact us, and what you paid can be returned',
  ),
} as const;
