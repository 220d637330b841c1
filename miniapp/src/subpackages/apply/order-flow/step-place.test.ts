import { APPLICATION_STEPS, ORDER_STATUSES } from '@acceptance/shared';
import { APPLICATION_ROUTES } from '../../../features/application-step-routes';
import { isEditable, openPage, pageInstead } from './step-place';

const handedIn = ORDER_STATUSES.filter((status) => status !== 'draft' && status !== 'returned');

describe('where an order goes on', () => {
  it.each(APPLICATION_STEPS)('opens the page of the open step %s', (currentStep) => {
    expect(openPage({ status: 'draft', currentStep })).toBe(APPLICATION_ROUTES[currentStep]);
    expect(openPage({ status: 'returned', currentStep })).toBe(APPLICATION_ROUTES[currentStep]);
  });

  it('has a page of its own for each step', () => {
    expect(new Set(Object.values(APPLICATION_ROUTES)).size).toBe(APPLICATION_STEPS.length);
  });

  it.each(handedIn)('opens the details once it is %s', (status) => {
    expect(isEditable({ status, currentStep: 'submit' })).toBe(false);
    expect(openPage({ status, currentStep: 'submit' })).toBe('order');
    expect(pageInstead({ status, currentStep: 'submit' }, 'form')).toBe('order');
  });
});

describe('whether a step page is the right one', () => {
  it('stays on the open step and on steps that are done', () => {
    expect(pageInstead({ status: 'draft', currentStep: 'form' }, 'form')).toBeNull();
    expect(pageInstead({ status: 'draft', currentStep: 'form' }, 'identity')).toBeNull();
    expect(pageInstead({ status: 'returned', currentStep: 'submit' }, 'papers')).toBeNull();
  });

  it('lets photos be taken while the identity is not verified, and nothing later', () => {
    expect(pageInstead({ status: 'draft', currentStep: 'identity' }, 'papers')).toBeNull();
    expect(pageInstead({ status: 'draft', currentStep: 'particulars' }, 'papers')).toBe('applyParticulars');
    expect(pageInstead({ status: 'draft', currentStep: 'identity' }, 'signature')).toBe('applyIdentity');
  });

  it('leads from a step that is not open yet to the one that is', () => {
    expect(pageInstead({ status: 'draft', currentStep: 'contract' }, 'submit')).toBe('applyContract');
    expect(pageInstead({ status: 'draft', currentStep: 'identity' }, 'contract')).toBe('applyIdentity');
  });
});
