import type { OrderSummary, ProjectView } from '@acceptance/shared';
import { applicantTypesFor, chosenProject, draftOf, effectiveType } from './start-choice';

const project = (id: string, name: string) => ({ id, name, certificateKind: 'unit' }) as ProjectView;
const [cloud, city] = [project('cloud', '采购云'), project('city', '市级采购')];
const order = (part: Partial<OrderSummary>) => ({ status: 'draft', projectName: '采购云', ...part }) as OrderSummary;

describe('the types one can apply as', () => {
  it('offers both for a unit certificate, the unit first', () => {
    expect(applicantTypesFor({ certificateKind: 'unit' })).toEqual(['unit', 'person']);
    expect(applicantTypesFor({ certificateKind: 'personal' })).toEqual(['person']);
  });

  it('keeps a choice only where it fits', () => {
    expect(effectiveType({ certificateKind: 'unit' }, null)).toBe('unit');
    expect(effectiveType({ certificateKind: 'unit' }, 'person')).toBe('person');
    expect(effectiveType({ certificateKind: 'personal' }, 'unit')).toBe('person');
  });
});

describe('the chosen project', () => {
  it('is the tapped one, then the linked one', () => {
    expect(chosenProject([cloud, city], { tapped: 'city', linked: 'cloud' })).toBe(city);
    expect(chosenProject([cloud, city], { tapped: null, linked: 'cloud' })).toBe(cloud);
  });

  it('is the only one there is, and none for a link that names nothing', () => {
    expect(chosenProject([cloud], { tapped: null, linked: undefined })).toBe(cloud);
    expect(chosenProject([cloud, city], { tapped: null, linked: 'gone' })).toBeNull();
    expect(chosenProject([], { tapped: null, linked: undefined })).toBeNull();
  });
});

describe('the unfinished application for a project', () => {
  it('is its newest draft, and never one that was handed in', () => {
    const newest = order({ id: '2' });
    expect(draftOf([newest, order({ id: '1' })], cloud)).toBe(newest);
    expect(draftOf([order({ status: 'submitted' }), order({ projectName: '市级采购' })], cloud)).toBeNull();
  });
});
