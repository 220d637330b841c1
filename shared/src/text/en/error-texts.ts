import type { ErrorCode } from '../../errors/error-catalogue';
import { BANK_TRANSFER_ERROR_TEXTS_EN } from './bank-transfer-texts';
import { CERTIFICATE_ERROR_TEXTS_EN } from './certificate-error-texts';
import { CLIENT_ERROR_TEXTS_EN } from './client-error-texts';
import { CONTRACT_CHECK_ERROR_TEXTS_EN } from './contract-check-texts';
import { DELIVERY_ERROR_TEXTS_EN } from './delivery-error-texts';
import { DESK_ERROR_TEXTS_EN } from './desk-error-texts';
import { type ErrorText, text } from './error-text';
import { INVOICE_ERROR_TEXTS_EN } from './invoice-texts';
import { NOTICE_ERROR_TEXTS_EN } from './notice-error-texts';
import { ORDER_ERROR_TEXTS_EN } from './order-error-texts';
import { PAY_LINK_ERROR_TEXTS_EN } from './pay-link-texts';
import { PICTURE_ERROR_TEXTS_EN } from './picture-error-texts';
import { RECONCILIATION_ERROR_TEXTS_EN } from './reconciliation-texts';
import { REFUND_ERROR_TEXTS_EN } from './refund-texts';
import { REVIEW_ERROR_TEXTS_EN } from './review-error-texts';
import { STAFF_ERROR_TEXTS_EN } from './staff-error-texts';
import { UKEY_UNLOCK_ERROR_TEXTS_EN } from './ukey-unlock-texts';

/** English beside `ERROR_CATALOGUE`, with the same placeholders. */
export const ERROR_TEXTS_EN: Readonly<Record<ErrorCode, ErrorText>> = {
  ...CLIENT_ERROR_TEXTS_EN,
  // across
  'request.invalid': text('Some entries are not correct', 'Please mend what is marked; everything you entered is kept'),
  'request.not_found': text('We could not find what you asked for', 'Please go back and try again'),
  'request.method_not_allowed': text(
    'The request was made the wrong way',
    'Please update to the latest version and try again',
  ),
  'request.unreadable': text('We could not read what was sent', 'Please try once more'),
  'request.too_frequent': text('Too many requests', 'Please try again in {seconds} seconds'),
  'request.cursor_invalid': text('The place in the list is not valid', 'Please start again from the first page'),
  'request.wrong_media_type': text('The content has the wrong format', 'Please update to the latest version'),
  'request.body_missing': text('Nothing was received', 'Please try again; what was saved has not changed'),
  'server.busy': text(
    'Many people are being served right now',
    'Please try again in {seconds} seconds; everything you entered is kept',
  ),
  // sign-in
  'auth.forbidden': text('This account may not do that', 'Please use an account with the right to do it'),
  'auth.code_wrong': text(
    'The code is wrong',
    'Please check the 6 digits in the text message; {remaining} tries are left',
  ),
  'auth.code_expired': text('The code is no longer valid', 'Please get a new code'),
  'auth.code_too_many_tries': text('Too many wrong tries; the code is no longer valid', 'Please get a new code'),
  'auth.code_too_soon': text('A code was sent just now', 'Please ask for another one in {seconds} seconds'),
  'auth.code_daily_limit': text(
    'Too many codes were requested today',
    'Please try tomorrow or contact customer service',
  ),
  'auth.sms_unavailable': text(
    'Text messages cannot be sent at the moment',
    'Please ask for a new code later; this try does not count',
  ),
  'auth.phone_rejected': text('This number cannot receive text messages', 'Please check the number and try again'),
  'auth.mail_unavailable': text(
    'E-mails cannot be sent at the moment',
    'Please ask for a new code later; this one is not counted',
  ),
  'auth.email_rejected': text('This address takes no e-mail', 'Please check the address and try again'),
  'auth.email_taken': text(
    'This address belongs to another account',
    'Please use another one, or remove it from that account first',
  ),
  'auth.wechat_code_invalid': text(
    'The WeChat authorisation has expired',
    'Please tap again, or sign in with a code by text message',
  ),
  'auth.wechat_unavailable': text(
    'WeChat is not responding',
    'Please try again later, or sign in with a code by text message',
  ),
  'auth.password_wrong': text('The account or the password is wrong', 'Please check them and try again'),
  'auth.password_retired': text(
    'This is a first password of the old platform and no longer works',
    'Please sign in with a code by text message and set a password of your own',
  ),
  'auth.password_delayed': text(
    'Too many wrong tries',
    'Please try again in {seconds} seconds, or sign in another way',
  ),
  'auth.password_exists': text(
    'A password has been set already',
    'Please change it with the old one, or set a new one with “Forgot password”',
  ),
  'auth.device_code_required': text(
    'This device is new',
    'Please also enter a code by text message, so that we know it is you',
  ),
  'auth.picture_required': text(
    'Several codes were sent to this number today',
    'Please enter the characters of the picture first, then get a code',
  ),
  'auth.picture_wrong': text(
    'The characters of the picture are wrong or too old',
    'Please type those of the new picture',
  ),
  'auth.account_unknown': text(
    'This number is not registered yet',
    'Please sign in with a code by text message; the first time registers you',
  ),
  'auth.session_not_found': text('We could not find this device', 'Please refresh the list and try again'),
  'auth.second_factor_required': text(
    'A second factor is needed too',
    'Please enter a code of your authenticator or a recovery code, or take a certificate that you have bound',
  ),
  'auth.second_factor_wrong': text(
    'The code of the authenticator is wrong or was used before',
    'Please wait for the next 6 digits and try again',
  ),
  'auth.second_factor_exists': text(
    'An authenticator is in use already',
    'To use another one, please switch this one off first',
  ),
  'auth.second_factor_not_begun': text(
    'No authenticator is being set up',
    'Please add the key to your authenticator first',
  ),
  'auth.second_factor_last': text(
    'This is the last second factor that you have, so it stays',
    'Please enrol an authenticator or bind another certificate first',
  ),
  'auth.second_factor_not_enrolled': text(
    'You have no second factor yet',
    'Please enrol an authenticator under “Sign-in security” first',
  ),
  'auth.terms_outdated': text('The terms of service have changed', 'Please read the new terms before signing in'),
  // identity
  'identity.required': text('Your identity must be verified first', 'Please verify your identity'),
  'identity.mismatch': text(
    'Name, ID number and mobile number do not belong together',
    'Please compare with the ID card; the number must be registered in your own name. If all is right, ask for a check by staff',
  ),
  'identity.no_record': text(
    'No record of this identity was found',
    'Please check name and number; if your card or name is new, ask for a check by staff',
  ),
  'identity.under_age': text('Applicants must be 18 or older', 'Please let an adult apply'),
  'identity.name_unprintable': text(
    'The character “{characters}” of the name cannot be printed on the contract yet',
    'Please ask for a check by staff, who compare the photos of your card',
  ),
  'identity.staff_check_needed': text(
    'This kind of document cannot be verified online',
    'Please upload photos of it and ask for a check by staff; everything you entered is kept',
  ),
  'identity.too_many_attempts': text(
    'Too many failed verifications today',
    'Please try tomorrow, or ask for a check by staff now',
  ),
  'identity.already_verified': text(
    'This account has been verified already',
    'If something in it is wrong, contact customer service',
  ),
  'identity.phone_code_required': text(
    'This is not your sign-in number and must be proved first',
    'Please get and enter the code sent to this number, or use your sign-in number',
  ),
  'identity.known_elsewhere': text(
    'This person has been verified for the account {phone}',
    'Please sign in with that number; if it is out of use, change it on the sign-in page',
  ),
  'identity.unavailable': text(
    'The identity service is not responding',
    'Please try again later, this try does not count; or ask for a check by staff',
  ),
  'identity.consent_required': text(
    'You have not agreed to the processing of your ID number, or the text has changed',
    'Please read the text as it is now and agree to go on',
  ),
  // identity check by face
  'face_checks.not_offered': text('A check by face is not available now', 'Please verify your identity another way'),
  'face_checks.consent_required': text(
    'You have not agreed to the processing of your face, or the text has changed',
    'Please read the text as it is now and agree to go on; or verify your identity another way',
  ),
  'face_checks.too_many': text(
    "Today's checks by face are used up",
    'Please try again tomorrow, or ask our staff to check you now',
  ),
  'face_checks.not_found': text('We could not find this check by face', 'Please refresh and try again'),
  // identity check by staff
  'identity_checks.photos_missing': text(
    'There are no photos of your document yet',
    'Please upload both sides in your application first, then ask for a check by staff',
  ),
  'identity_checks.already_requested': text(
    'A check by staff is under way for you',
    'Please wait for the result; a text message will tell you',
  ),
  'identity_checks.not_found': text('We could not find this check', 'Please refresh the list and try again'),
  'identity_checks.decided': text('This check has been settled', 'Please refresh to see how'),
  ...CERTIFICATE_ERROR_TEXTS_EN,
  ...DELIVERY_ERROR_TEXTS_EN,
  ...REFUND_ERROR_TEXTS_EN,
  ...INVOICE_ERROR_TEXTS_EN,
  ...RECONCILIATION_ERROR_TEXTS_EN,
  ...UKEY_UNLOCK_ERROR_TEXTS_EN,
  ...BANK_TRANSFER_ERROR_TEXTS_EN,
  ...CONTRACT_CHECK_ERROR_TEXTS_EN,
  ...PAY_LINK_ERROR_TEXTS_EN,
  'identity_checks.name_picture_unclear': text(
    'No name can be made out on this picture',
    'Please send the name alone, dark on light, as a jpg or png of at most 4 megapixels',
  ),
  // files
  ...PICTURE_ERROR_TEXTS_EN,
  'files.type_mismatch': text(
    'The picture does not match its format and may be damaged',
    'Please take it again or choose another one',
  ),
  'files.same_as_other_side': text(
    'This is the same photo as that of the other side',
    'Both sides are needed: please turn the card over and photograph the other side',
  ),
  'files.too_many_pixels': text(
    'The picture has too many pixels',
    'Please take it with your phone, or make it smaller before uploading',
  ),
  'files.missing': text('No picture was received', 'Please choose the picture again'),
  'files.not_found': text('We could not find this file', 'Please upload it again'),
  'files.too_many': text(
    'Too many pictures were uploaded for this application',
    'Please use those that are there; unused ones are deleted after a day, then you can upload again',
  ),
  'files.busy': text(
    'Many people are uploading pictures right now',
    'Please try again in {seconds} seconds; the picture is still there',
  ),
  'files.card_expired': text(
    'This ID card has expired; the photo was not taken',
    'Please use a valid card; if it has not expired, retake the photo so that the dates are clear',
  ),
  'files.card_missing': text(
    'No ID card was found in the photo',
    'Please retake it with the card straight and filling the picture; if it does show your document, you can keep it and our staff will check it',
  ),
  'files.card_wrong_side': text(
    'This is the other side of the ID card',
    'Please turn the card over and retake it; if it is the right side, you can keep the photo and our staff will check it',
  ),
  'files.several_cards': text(
    'There is more than one card in the photo',
    'Please photograph one side of one card; if there is only one, you can keep the photo and our staff will check it',
  ),
  'files.wrong_purpose': text('This picture cannot be used here', 'Please upload what is asked for'),
  'signature.empty': text(
    'There is no signature yet',
    'Please write your name in the frame, then tap “Confirm signature”',
  ),
  'signature.too_small': text('The signature is too small to be legible', 'Please write larger'),
  'signature.not_writing': text(
    'This does not look like a handwritten name',
    'Please write your name in the frame, not only a line, a frame or dots',
  ),
  'signature.too_large': text(
    'The picture of the signature is too large ({actual})',
    'Please write it again on the signature page; if it still fails, update to the latest version',
  ),
  // orders
  'projects.not_found': text('This project does not exist', 'Please choose a project again'),
  'projects.withdrawn': text(
    'This project is not offered any more; applications cannot be handed in',
    'Please apply for another project, or call us',
  ),
  'projects.not_for_type': text(
    'This project does not issue such certificates',
    'Please choose as the project says: for a unit or for a person',
  ),
  'units.mismatch': text(
    'This differs from the official register',
    'Please compare with the business licence; if the licence says so, confirm it and our staff will check',
  ),
  'units.not_in_business': text(
    'According to the official register this unit has been {state}; it cannot apply for a certificate',
    'Please check the code; if the register is wrong, have it corrected there first, or call us',
  ),
  'units.role_mismatch': text(
    'You chose to act as the legal representative, but the verified name is another one',
    'Please check the legal representative’s name, or choose “agent” if you act on behalf of the unit',
  ),
  ...ORDER_ERROR_TEXTS_EN,
  ...REVIEW_ERROR_TEXTS_EN,
  ...DESK_ERROR_TEXTS_EN,
  ...NOTICE_ERROR_TEXTS_EN,
  // changed number
  'phone_changes.not_matched': text(
    'The account of the old number was not verified by you',
    'Please check the old number; without a verified account simply sign in with the new number',
  ),
  'phone_changes.number_in_use': text(
    'The new number has an account with applications of its own',
    'Please sign in with the new number, or contact customer service',
  ),
  'phone_changes.already_requested': text('A change is under way for this account', 'Please wait for the result'),
  'phone_changes.not_found': text('We could not find a change of number', 'Please refresh and try again'),
  'phone_changes.decided': text('This change has been settled', 'Please refresh to see how'),
  'phone_changes.second_person_required': text(
    'You have approved already; another person must approve, too',
    'Please ask another reviewer',
  ),
  // personal data
  'personal_data.export_running': text('An export is being prepared', 'Please wait; it usually takes under a minute'),
  'personal_data.export_not_found': text('We could not find this export', 'Please refresh the list and try again'),
  'personal_data.export_not_ready': text('The export is still being prepared', 'Please wait; it appears by itself'),
  'personal_data.export_expired': text('This export has expired and is deleted', 'Please make a new one'),
  'personal_data.certificates_valid': text(
    'You have {count} valid certificates',
    'Without an account nobody can manage them: please revoke them in “My certificates” first',
  ),
  'personal_data.orders_live': text(
    '{count} applications are under way; the account cannot be deleted now',
    'Please wait until they are done, or contact customer service about them',
  ),
  'personal_data.deletion_scheduled': text(
    'The deletion has been asked for already',
    'Please take it back if you want to keep the account',
  ),
  ...STAFF_ERROR_TEXTS_EN,
  // payments
  'payments.not_payable': text(
    'This application does not need a payment now ({status})',
    'Please refresh to see the latest status',
  ),
  'payments.not_required': text('This project is free of charge', 'Nothing to do; just wait for the certificate'),
  'payments.already_paid': text('This has been paid already', 'Please do not pay again; just wait for the certificate'),
  'payments.wechat_required': text(
    'Please authorise WeChat sign-in first, then pay with WeChat',
    'Please reopen the mini-program and try again',
  ),
  'payments.being_checked': text(
    'A payment is being checked',
    'Please do not pay again; the result will be shown here',
  ),
  'payments.superseded': text(
    'Another way to pay was chosen elsewhere',
    'Please pay there, or refresh and choose again',
  ),
  'payments.too_many_attempts': text(
    'The way to pay was changed too often',
    'Please try again in 10 minutes; if you have paid, do not pay again',
  ),
  'payments.unavailable': text(
    'WeChat Pay is not answering',
    'Please try again later; if you have paid, do not pay again: this page shows the result',
  ),
  'payments.rejected': text(
    'WeChat Pay did not accept this request',
    'Please try again later; if it still fails, contact customer service',
  ),
  // provider callbacks
  'callbacks.signature_invalid': text(
    'The signature is wrong',
    'Please check the platform key and the merchant settings',
  ),
  'callbacks.content_invalid': text('The notification is not correct', 'Please check the content of the notification'),
};
