import {
  type ApplicantType,
  type ApplicationFormDraft,
  checkParticulars,
  type DraftField,
  type FieldProblem,
} from '@acceptance/shared';
import { problemsOn, withAsked } from '../../draft/draft-problems';
import { PARTICULARS_TEXT } from '../../texts-particulars';

/** Stands for the photo of the licence among the fields of the page. */
export const LICENCE_PATH = 'licence';

const CONTACT_FIELDS = ['email', 'address'] as const satisfies readonly DraftField[];
const UNIT_FIELDS = [
  'unit.name',
  'unit.unifiedSocialCreditCode',
  'unit.legalRepresentative',
  'unit.role',
] as const satisfies readonly DraftField[];

/** The fields of the page, in its order. */
export const particularsFields = (applicantType: ApplicantType): readonly DraftField[] =>
  applicantType === 'unit' ? [...UNIT_FIELDS, ...CONTACT_FIELDS] : CONTACT_FIELDS;

/** What is wrong or missing, in the order of the page; a unit is nothing without the photo of its licence. */
export function particularsProblems(
  draft: ApplicationFormDraft,
  applicantType: ApplicantType,
  hasLicence: boolean,
): FieldProblem[] {
  const fields = particularsFields(applicantType);
  const asked = withAsked(draft, fields);
  // A choice that is there without a value is asked for in words of its own.
  const unit = { role: undefined, ...asked.unit };
  const checked = checkParticulars({ ...asked, unit }, applicantType);
  const typed = checked.ok ? [] : checked.problems;
  const licence =
    applicantType === 'unit' && !hasLicence ? [{ path: LICENCE_PATH, message: PARTICULARS_TEXT.licenceMissing }] : [];
  const order = applicantType === 'unit' ? [...UNIT_FIELDS, LICENCE_PATH, ...CONTACT_FIELDS] : fields;
  return problemsOn(order, draft, [...typed, ...licence]);
}
