import type { ContractTemplateSummary, ContractTemplateView, ContractText } from '@acceptance/shared';
import type { TemplateTexts } from '../../ports/template-texts';
import { publicationOf, type StaffNames } from '../staff';
import { checkTemplate } from './check-template';
import { type ContractTemplateRecord, isPublished, sourceOf } from './contract-template.model';
import { type CurrentTemplateNeeds, currentTemplateId } from './current-template';
import type { PublishDraftNeeds } from './publish-draft';

export interface ViewTemplateNeeds extends CurrentTemplateNeeds, PublishDraftNeeds {
  readonly staffNames: StaffNames;
}

/** Who looks. */
interface Viewer {
  readonly staffId: string;
  readonly isAdministrator: boolean;
  readonly now: Date;
}

type Summarise = (record: ContractTemplateRecord) => ContractTemplateSummary;

async function summariserOf(needs: ViewTemplateNeeds, records: readonly ContractTemplateRecord[]): Promise<Summarise> {
  const currentId = await currentTemplateId(needs);
  const ids = records.flatMap(({ savedBy, publishedBy }) => [savedBy, publishedBy].filter((id) => id != null));
  const names = await needs.staffNames.namesOf([...new Set(ids)]);
  const nameOf = (id: string | null | undefined): string | null => (id ? (names.get(id) ?? '') : null);
  return (record) => ({
    id: record._id.toHexString(),
    version: record.content.version,
    title: record.content.title,
    state: !isPublished(record) ? 'draft' : record._id.equals(currentId) ? 'current' : 'earlier',
    savedBy: nameOf(record.savedBy),
    savedAt: record.savedAt.toISOString(),
    publishedBy: nameOf(record.publishedBy),
    publishedAt: record.publishedAt?.toISOString() ?? null,
  });
}

/** The draft, then all that was published, the newest first. */
export async function listTemplates(needs: ViewTemplateNeeds): Promise<ContractTemplateSummary[]> {
  const { contractTemplates } = needs;
  // Where nothing was published yet, this publishes what came with the program.
  await currentTemplateId(needs);
  const drafts = await contractTemplates.find({ draft: true }).lean<ContractTemplateRecord[]>();
  const published = await contractTemplates
    .find({ place: { $gte: 1 } })
    .sort({ place: -1 })
    .lean<ContractTemplateRecord[]>();
  const records = [...drafts, ...published];
  return records.map(await summariserOf(needs, records));
}

/** Null while the draft names what nothing stands for: the problems beside it say so. */
const textOf = (templateTexts: TemplateTexts, record: ContractTemplateRecord, fits: boolean): ContractText | null =>
  fits ? templateTexts.fill(sourceOf(record)) : null;

export async function viewTemplate(
  needs: ViewTemplateNeeds,
  record: ContractTemplateRecord,
  viewer: Viewer,
): Promise<ContractTemplateView> {
  const isDraft = !isPublished(record);
  const problems = isDraft ? await checkTemplate(needs, record.content) : [];
  const publication = isDraft && viewer.isAdministrator ? await publicationOf(needs, record, viewer) : null;
  const summarise = await summariserOf(needs, [record]);
  return {
    ...summarise(record),
    revision: record.revision,
    content: record.content,
    text: textOf(needs.templateTexts, record, !problems.some(({ kind }) => kind === 'placeholder')),
    problems,
    mayEdit: viewer.isAdministrator,
    publication: publication?.may ?? null,
    publishableFrom: publication?.from?.toISOString() ?? null,
  };
}
