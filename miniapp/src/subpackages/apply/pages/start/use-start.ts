import { endpoints, type OrderSummary, type OrderView } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { applicantSession } from '../../../../api/sessions';
import { newClientToken } from '../../../../features/client-token';
import { useAction } from '../../../../features/use-action';
import { useLoad } from '../../../../features/use-load';
import { localStorage } from '../../../../platform/storage';
import { goToPageInstead } from '../../order-flow/go-on';
import { openPage } from '../../order-flow/step-place';
import { intentionFulfilled, tokenFor } from './order-intention';
import { chosenProject, draftOf, effectiveType } from './start-choice';

const isSignedIn = (): boolean => applicantSession.current() !== null;

async function loadDrafts(): Promise<readonly OrderSummary[]> {
  if (!isSignedIn()) {
    return [];
  }
  const { items } = await call(endpoints.orders.listOrders, { query: { status: 'draft', limit: '50' } });
  return items;
}

/** State of the page on which an application begins. */
export function useStart(linkedProjectId: string | undefined) {
  const projects = useLoad(() => call(endpoints.public.listProjects), 'projects', { onShow: false });
  // Looked at again when shown again: the person may have signed in, or begun elsewhere.
  const drafts = useLoad(loadDrafts, 'drafts');
  const [tapped, setTapped] = useState<string | null>(null);
  const [chosenType, setChosenType] = useState<OrderView['applicantType'] | null>(null);

  const items = projects.data?.items ?? [];
  const project = chosenProject(items, { tapped, linked: linkedProjectId });
  const draft = project && drafts.data ? draftOf(drafts.data, project) : null;
  const applicantType = project && effectiveType(project, chosenType);

  const begin = useAction(async () => {
    if (!project || !applicantType) {
      return;
    }
    const intention = { projectId: project.id, applicantType, besideOrderId: draft?.id ?? null };
    const clientToken = tokenFor(intention, localStorage, newClientToken);
    const order = await call(endpoints.orders.createOrder, {
      body: { projectId: project.id, applicantType, clientToken },
    });
    intentionFulfilled(localStorage);
    // Not to be come back to: the project is chosen.
    await goToPageInstead(openPage(order), order.id);
  });

  return {
    projects,
    items,
    project,
    choose: (projectId: string) => {
      setTapped(projectId);
      begin.clearProblem();
    },
    applicantType,
    chooseType: setChosenType,
    /** An unfinished application for the chosen project. */
    draft,
    /** Whether it is still unknown if there is one: starting now might make a second. */
    checkingDrafts: drafts.loading && drafts.data === null,
    signedIn: isSignedIn(),
    begin,
  };
}
