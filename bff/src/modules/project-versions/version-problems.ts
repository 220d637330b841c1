import type { FieldProblem, KeyAlgorithm, ProjectFile } from '@acceptance/shared';
import type { ProjectModel, ProjectRecord } from '../projects';
import type { ProjectVersionModel, ProjectVersionRecord } from './project-version.model';

/** What a deployment knows beside the file. */
export interface ProjectSurroundings {
  /** What the authority signs; null where nobody can be asked (a command of the operator). */
  readonly algorithms: readonly KeyAlgorithm[] | null;
  /** Contract templates that there are. */
  readonly templates: readonly string[];
  /** What of a text no font of the contract has. */
  readonly missingCharacters: (text: string) => readonly string[];
}

export interface VersionProblemsNeeds {
  readonly projects: ProjectModel;
  readonly projectVersions: ProjectVersionModel;
  readonly projectSurroundings: ProjectSurroundings;
}

const problem = (path: string, message: string): FieldProblem => ({ path, message });

/** A prefix stays: order numbers are printed on paper, and tell projects apart. */
async function prefixProblems(
  { projects, projectVersions }: VersionProblemsNeeds,
  { id, orderNumberPrefix }: ProjectFile,
): Promise<FieldProblem[]> {
  const path = 'orderNumberPrefix';
  const [own, other, drafted] = await Promise.all([
    projects.findById(id).lean<ProjectRecord>(),
    projects.findOne({ _id: { $ne: id }, orderNumberPrefix }).lean<ProjectRecord>(),
    projectVersions
      .findOne({ draftOf: { $exists: true, $ne: id }, 'file.orderNumberPrefix': orderNumberPrefix })
      .lean<ProjectVersionRecord>(),
  ]);
  if (own && own.orderNumberPrefix !== orderNumberPrefix) {
    return [problem(path, `发布过的项目不能换前缀，要写 "${own.orderNumberPrefix}"`)];
  }
  const taken = other?.name ?? drafted?.file.name;
  return taken === undefined ? [] : [problem(path, `项目“${taken}”已经在用这个前缀，请换一个`)];
}

const algorithmProblems = ({ certificate }: ProjectFile, offered: ProjectSurroundings['algorithms']): FieldProblem[] =>
  offered && !certificate.algorithms.some((algorithm) => offered.includes(algorithm))
    ? [problem('certificate.algorithms', `CA 现在能签的只有：${offered.join('、')}；至少要写其中一种`)]
    : [];

function contractProblems(
  { name, contract }: ProjectFile,
  { templates, missingCharacters }: ProjectSurroundings,
): FieldProblem[] {
  const printed = [
    ['name', name] as const,
    ...contract.specialTerms.map((term, index) => [`contract.specialTerms.${index}`, term] as const),
  ];
  const unprintable = printed.flatMap(([path, text]) => {
    const missing = missingCharacters(text);
    return missing.length > 0 ? [problem(path, `合同里印不出这些字：${[...new Set(missing)].join(' ')}`)] : [];
  });
  return templates.includes(contract.template)
    ? unprintable
    : [...unprintable, problem('contract.template', `没有这个合同模板，可以写：${templates.join('、')}`)];
}

/** What keeps a file, right in itself, from being a version here. */
export async function versionProblems(needs: VersionProblemsNeeds, file: ProjectFile): Promise<FieldProblem[]> {
  const { projectSurroundings: surroundings } = needs;
  return [
    ...(await prefixProblems(needs, file)),
    ...algorithmProblems(file, surroundings.algorithms),
    ...contractProblems(file, surroundings),
  ];
}
