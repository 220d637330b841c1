import { text } from './error-text';

/** What only staff read. */
export const STAFF_ERROR_TEXTS_EN = {
  // staff
  'staff.username_taken': text('This user name is taken', 'Please choose another one'),
  'staff.member_not_found': text('We could not find this member of staff', 'Please refresh the list and try again'),
  'staff.member_disabled': text('This account is disabled', 'Please enable it before inviting'),
  'staff.last_administrator': text(
    'At least one administrator must stay',
    'Please make somebody else an administrator first',
  ),
  'staff.invitation_invalid': text(
    'The invitation code is wrong, used or expired',
    'Please check the code; an administrator can invite you again',
  ),
  'staff.proof_required': text(
    'Please confirm once more that it is you',
    'Please enter your password and the code of your authenticator',
  ),
  'staff.change_waiting': text(
    'The same change is waiting already',
    'Ask another administrator to agree, or cancel it',
  ),
  'staff.certificate_bound': text(
    'This certificate is a second factor already',
    'If it is yours, just use it; if not, please take one of your own',
  ),
  'staff.certificate_not_bound': text(
    'We could not find this certificate among yours',
    'Please refresh the page and try again',
  ),
  'staff.certificates_too_many': text(
    'You have bound {most} certificates, which is as many as there can be',
    'Please take one off that you no longer use',
  ),
  'staff.change_not_found': text('We could not find this change', 'Please refresh the list and try again'),
  'staff.change_settled': text('This change has been settled or cancelled', 'Please refresh the list to see how'),
  'staff.second_administrator_required': text(
    'Another administrator must agree to what you asked for',
    'Please ask another administrator',
  ),
  'staff.role_too_new': text(
    'Who is new on the staff or in this role counts in acts of two people after 24 hours',
    'Please do it in {hours} hours, or ask a colleague',
  ),
  'staff.own_order': text('This application is your own; you cannot decide on it', 'Please ask a colleague'),
  // contract templates
  'templates.not_found': text('We could not find this template', 'Please refresh the list and try again'),
  'templates.published': text('This version is published and cannot change any more', 'Please change it as a draft'),
  'templates.unfit': text('No contract can be signed with this draft yet', 'Please mend what is listed and try again'),
  'templates.second_administrator_required': text(
    'A draft you saved is published by another administrator',
    'Please ask another administrator to look at it and publish it',
  ),
  'templates.too_early': text(
    'With one administrator only, a draft is published 24 hours after it was saved',
    'Please publish it in {hours} hours',
  ),
  // versions of projects
  'project_versions.unfit': text(
    'There are mistakes in this project file; it was not kept',
    'Please mend what is listed and try again',
  ),
  'project_versions.unchanged': text('It says the same as the version in use', 'There is nothing to import'),
  'project_versions.not_found': text(
    'We could not find this project or version',
    'Please refresh the list and try again',
  ),
  'project_versions.published': text(
    'This version is published and cannot change any more',
    'Please import a new file as a draft',
  ),
  'project_versions.second_administrator_required': text(
    'A draft you imported is published by another administrator',
    'Please ask another administrator to look at it and publish it',
  ),
  'project_versions.too_early': text(
    'With one administrator only, a draft is published 24 hours after it was imported',
    'Please publish it in {hours} hours',
  ),
  // tasks
  'tasks.not_found': text('This task was not found', 'Please refresh the list and try again'),
  'tasks.closed': text('This task has been settled', 'Please refresh the list to see how'),
  'tasks.claimed': text('{name} is working on this task', 'Please talk to them, or refresh and take another one'),
  'tasks.action_not_offered': text('This task cannot be settled that way', 'Please use one of the ways shown'),
  'tasks.redo_under_way': text('This task is being done again', 'Please wait for the result before deciding'),
  'tasks.settlement_does_not_fit': text(
    'That does not fit the application as it stands',
    'Please look at the application and choose another way',
  ),
} as const;
