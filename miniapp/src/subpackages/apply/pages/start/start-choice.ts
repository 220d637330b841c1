import { APPLICANT_TYPES, type OrderSummary, type OrderView, type ProjectView } from '@acceptance/shared';

type ApplicantType = OrderView['applicantType'];

/** Types one can apply as: a unit's certificate also through a person acting for it, a personal one only oneself. */
export const applicantTypesFor = ({
  certificateKind,
}: Pick<ProjectView, 'certificateKind'>): readonly ApplicantType[] =>
  certificateKind === 'unit' ? [...APPLICANT_TYPES].reverse() : ['person'];

/** The chosen type, or the usual one for the project when the choice does not fit it. */
export function effectiveType(
  project: Pick<ProjectView, 'certificateKind'>,
  chosen: ApplicantType | null,
): ApplicantType {
  const [usual = 'person', ...others] = applicantTypesFor(project);
  return chosen && others.includes(chosen) ? chosen : usual;
}

/** The project that is chosen: by a tap, by the link that led here, or because there is only one. */
export function chosenProject(
  projects: readonly ProjectView[],
  ids: { readonly tapped: string | null; readonly linked: string | undefined },
): ProjectView | null {
  const byId = (id: string | null | undefined) => projects.find((project) => project.id === id);
  return byId(ids.tapped) ?? byId(ids.linked) ?? (projects.length === 1 ? (projects[0] ?? null) : null);
}

/** The newest unfinished application for a project. Lines of the list carry the project's name only. */
export const draftOf = (drafts: readonly OrderSummary[], project: ProjectView): OrderSummary | null =>
  drafts.find((draft) => draft.status === 'draft' && draft.projectName === project.name) ?? null;
