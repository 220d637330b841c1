import type { ContractTemplateContent, ContractTemplateProblem } from '@acceptance/shared';
import type { ContractMaker } from '../../ports/contract-maker';
import type { TemplateTexts } from '../../ports/template-texts';
import { listActiveProjects, type ProjectModel, type ProjectRecord } from '../projects';
import type { ContractTemplateModel, ContractTemplateRecord } from './contract-template.model';
import { type PrintedText, templateProblems } from './template-problems';

export interface CheckTemplateNeeds {
  readonly contractTemplates: ContractTemplateModel;
  readonly templateTexts: TemplateTexts;
  readonly contractMaker: Pick<ContractMaker, 'missingCharacters'>;
  readonly projects: ProjectModel;
}

const textsOfProject = ({ name, specialTerms }: ProjectRecord): PrintedText[] => [
  { path: 'projects.name', of: name, text: name },
  // Of a project that was configured before there were any.
  ...(specialTerms ?? []).map((text) => ({ path: 'projects.specialTerms', of: name, text })),
];

/** What keeps a draft from being published, with all that contracts by it would print. */
export async function checkTemplate(
  { contractTemplates, templateTexts, contractMaker, projects }: CheckTemplateNeeds,
  content: ContractTemplateContent,
): Promise<ContractTemplateProblem[]> {
  const [used, active] = await Promise.all([
    contractTemplates
      .find({ publishedVersion: content.version }, { publishedVersion: 1 })
      .lean<Pick<ContractTemplateRecord, 'publishedVersion'>[]>(),
    listActiveProjects(projects),
  ]);
  const { placeholders } = templateTexts;
  return templateProblems(content, {
    placeholders: Object.keys(placeholders),
    usedVersions: used.flatMap(({ publishedVersion }) => publishedVersion ?? []),
    printed: [
      ...Object.entries(placeholders).map(([path, text]) => ({ path, text })),
      ...active.flatMap(textsOfProject),
    ],
    missingCharacters: (text) => contractMaker.missingCharacters(text),
  });
}
