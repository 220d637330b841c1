import { isAskedOf, type OrderView, type ProjectView, type UnitRole } from '@acceptance/shared';

export type Attachment = OrderView['attachments'][number];
/** What the server takes: kind and file. */
export interface AttachmentItem {
  readonly kind: string;
  readonly fileId: string;
}

/** The server's limit over all papers. */
export const MAX_ATTACHMENTS = 20;

export const itemsOf = (attachments: readonly Attachment[]): AttachmentItem[] =>
  attachments.map(({ kind, file }) => ({ kind, fileId: file.id }));

export const photosOf = (attachments: readonly Attachment[], kind: string): Attachment[] =>
  attachments.filter((attachment) => attachment.kind === kind);

export const withPhoto = (items: readonly AttachmentItem[], item: AttachmentItem): AttachmentItem[] => [
  ...items.filter(({ fileId }) => fileId !== item.fileId),
  item,
];

export const withoutPhoto = (items: readonly AttachmentItem[], fileId: string): AttachmentItem[] =>
  items.filter((item) => item.fileId !== fileId);

/** A removed photo, and where it stood, so that it can be put back there. */
export interface RemovedPhoto {
  readonly item: AttachmentItem;
  readonly index: number;
}

export const removedPhoto = (items: readonly AttachmentItem[], fileId: string): RemovedPhoto | null => {
  const index = items.findIndex((item) => item.fileId === fileId);
  const item = items[index];
  return item ? { item, index } : null;
};

export const withRestored = (items: readonly AttachmentItem[], { item, index }: RemovedPhoto): AttachmentItem[] => [
  ...items.slice(0, index),
  item,
  ...items.slice(index),
];

/** Whether the project asks for any paper, of somebody in this role: otherwise there is no step for them. */
export const asksForPapers = ({ project, form }: Pick<OrderView, 'project' | 'form'>): boolean =>
  project.attachments.some((paper) => isAskedOf(paper, form.unit?.role));

/** Labels of the required papers that have no photo yet, of those that are asked of somebody in this role. */
export const missingPapers = (
  project: Pick<ProjectView, 'attachments'>,
  attachments: readonly Attachment[],
  role: UnitRole | undefined,
): string[] =>
  project.attachments
    .filter((paper) => paper.required && isAskedOf(paper, role) && photosOf(attachments, paper.kind).length === 0)
    .map((paper) => paper.label);
