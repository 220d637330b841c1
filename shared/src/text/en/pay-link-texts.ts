import { text } from './error-text';

/** What is said of payment by somebody else. */
export const PAY_LINK_ERROR_TEXTS_EN = {
  'pay_links.not_offered': text(
    'This project cannot be paid by somebody else',
    'Please pay yourself, or choose another way',
  ),
  'pay_links.gone': text(
    'This payment link is no longer valid',
    'Please ask for a new one; if you have paid, do not pay again',
  ),
};
