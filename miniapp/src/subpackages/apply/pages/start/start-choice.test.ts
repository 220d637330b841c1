import type { OrderSummary, ProjectView } from '@acceptance/shared';
import { applicantTypesFor, chosenProject, draftOf, effectiveType } from './start-choice';

const project = (id: string, name: string) => ({ id, name }) as ProjectView;
const [cloud, city] = [project('cloud', '采购云'), project('city', '市级采购')];
const order = (part: Partial<OrderSummary>) => ({ status: 'draft', projectName: '采购云', ...part }) as OrderSummary;

describe('whom a certificate can be for', () => {
  it('is as the project says, units first', () => {
    expect(applicantTypesFor({ applicantTypes: ['person', 'unit'] })).toEqual(['unit', 'person']);
    expect(applicantTypesFor({ applicantTypes: ['person'] })).toEqual(['person']);
  });

  it('is chosen by the person where there is a choice, and settled where there is none', () => {
    expect(effectiveType({ applicantTypes: ['person', 'unit'] }, null)).toBeNull();
    expect(effectiveType({ applicantTypes: ['person', 'unit'] }, 'person')).toBe('person');
    expect(effectiveType({ applicantTypes: ['unit'] }, null)).toBe('unit');
    expect(effectiveType({ applicantTypes: ['unit'] }, 'person')).toBe('unit');
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
