import { text } from './error-text';

/** What is said of parcels and of what is fetched. */
export const DELIVERY_ERROR_TEXTS_EN = {
  'deliveries.not_ready': text('There is nothing to deliver yet', 'Please come back when the certificate is made'),
  'deliveries.certificate_not_valid': text(
    'The certificate is suspended or revoked and must not be handed out',
    'Please keep the UKey here and look at the certificate first',
  ),
  'deliveries.token_not_checked': text(
    'The certificate was not yet written to the UKey and checked',
    'Please finish that at the desk of certificates, then send it',
  ),
  'deliveries.not_by_courier': text('This one is not sent', 'Please hand it over at the desk'),
  'deliveries.not_for_pick_up': text('This one is not collected at the desk', 'Please see how it comes to you'),
  'deliveries.number_wrong': text(
    'This is no tracking number of {courier}',
    'Please compare the number and the courier with the label',
  ),
  'deliveries.number_used': text(
    'This tracking number belongs to application {orderNumber}',
    'Please compare it with the label',
  ),
  'deliveries.already_sent': text(
    'It was sent already, with the number {trackingNumber}',
    'If that is a slip, please correct the number',
  ),
  'deliveries.too_many_parcels': text(
    'It was sent {count} times already',
    'Please call the applicant and agree on another way',
  ),
  'deliveries.no_parcel': text('Nothing was sent yet', 'Please refresh the page'),
  'deliveries.parcel_moving': text(
    'The courier has this parcel already: its number cannot be changed',
    'If the number is wrong, please record what became of the parcel',
  ),
  'deliveries.parcel_lost': text(
    'This parcel is recorded as lost and its certificate is on hold',
    'If you have it, please call customer service: they put the certificate back into use',
  ),
  'deliveries.outcome_not_allowed': text(
    'The parcel is now "{state}": this cannot be said of it',
    'Please refresh and look again',
  ),
  'deliveries.voucher_unknown': text(
    'There is no such collection code',
    'Please scan it once more, or look for the application number',
  ),
  'deliveries.collected': text('It was collected already', 'Please look at the time in the application'),
  'deliveries.agent_unnamed': text('The name of who came is missing', 'Please enter it as on their document'),
  'deliveries.file_missing': text('No file was received', 'Please choose a CSV file'),
  'deliveries.file_unreadable': text(
    'This file cannot be read',
    'Please use the exported list, saved as CSV with the columns of application number and tracking number',
  ),
  'deliveries.file_too_long': text('The file is too long', 'Please keep to {most} lines'),
};
