import type { FileView } from '@acceptance/shared';
import {
  asksForPapers,
  itemsOf,
  missingPapers,
  photosOf,
  removedPhoto,
  withoutPhoto,
  withPhoto,
  withRestored,
} from './attachment-list';

const attachment = (kind: string, id: string) => ({
  kind,
  file: { id, purpose: 'attachment', mediaType: 'image/jpeg', byteLength: 1, width: 1, height: 1 } satisfies FileView,
});
const LICENCE = { kind: 'business-licence', label: '营业执照', hint: '', required: true };
const LETTER = { kind: 'authority-letter', label: '经办人授权书', hint: '', required: false };
const ATTACHED = [attachment(LICENCE.kind, 'a'), attachment(LETTER.kind, 'b'), attachment(LICENCE.kind, 'c')];

describe('the step for papers', () => {
  const paper = { kind: 'letter', label: '授权书', required: false, hint: null, onlyFor: 'agent' };
  it('is there when any is asked of this role', () => {
    const project = (attachments: object[]) =>
      ({ project: { attachments }, form: { unit: { role: 'agent' } } }) as never;
    expect(asksForPapers(project([]))).toBe(false);
    expect(asksForPapers(project([paper]))).toBe(true);
  });
});

describe('the attached photos', () => {
  it('are sorted by paper', () => {
    expect(photosOf(ATTACHED, LICENCE.kind).map(({ file }) => file.id)).toEqual(['a', 'c']);
  });

  it('get a new one at the end, the same one only once', () => {
    const items = itemsOf(ATTACHED);
    const added = withPhoto(items, { kind: LETTER.kind, fileId: 'd' });
    expect(added.map(({ fileId }) => fileId)).toEqual(['a', 'b', 'c', 'd']);
    expect(withPhoto(added, { kind: LETTER.kind, fileId: 'd' })).toEqual(added);
  });

  it('come back to their place when a removal is undone', () => {
    const items = itemsOf(ATTACHED);
    const removed = removedPhoto(items, 'b');
    const rest = withoutPhoto(items, 'b');
    expect(rest).toHaveLength(2);
    expect(removed && withRestored(rest, removed)).toEqual(items);
    expect(removedPhoto(items, 'unknown')).toBeNull();
  });
});

describe('missing papers', () => {
  it('are the required ones without a photo', () => {
    const project = { attachments: [LICENCE, LETTER] };
    expect(missingPapers(project, [], undefined)).toEqual(['营业执照']);
    expect(missingPapers(project, ATTACHED, undefined)).toEqual([]);
    expect(missingPapers({ attachments: [] }, [], undefined)).toEqual([]);
  });

  it('are not those that only an agent needs, for the legal representative', () => {
    const project = { attachments: [{ ...LETTER, required: true, onlyFor: 'agent' as const }] };
    expect(missingPapers(project, [], 'agent')).toEqual(['经办人授权书']);
    expect(missingPapers(project, [], 'legal-representative')).toEqual([]);
  });
});
