import { text } from './error-text';

/** What is said at the desk as a whole. */
export const DESK_ERROR_TEXTS_EN = {
  'desk.no_search_by_id_number': text(
    'Applications are not found by ID numbers',
    'Please use the number of the application, a name, a phone number, or the unit’s name or code',
  ),
  'desk.span_invalid': text(
    'These dates are no span',
    'Please choose at most {most} days, the last not before the first',
  ),
};
