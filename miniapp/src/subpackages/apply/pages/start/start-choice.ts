import { APPLICANT_TYPES, type ApplicantType, type OrderSummary, type ProjectView } from '@acceptance/shared';

/** Whom a project's certificates are for: units first, they are most. */
export const applicantTypesFor = ({ applicantTypes }: Pick<ProjectView, 'applicantTypes'>): readonly ApplicantType[] =>
  ([...APPLICANT_TYPES].reverse() as ApplicantType[]).filter((type) => applicantTypes.includes(type));

/** The chosen type, or the only one of the project; null while there is a choice to make. */
export function effectiveType(
  project: Pick<ProjectView, 'applicantTypes'>,
  chosen: ApplicantType | null,
): ApplicantType | null {
  const types = applicantTypesFor(project);
  const [only, ...others] = types;
  if (chosen && types.includes(chosen)) {
    return chosen;
  }
  return only && others.length === 0 ? only : null;
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
