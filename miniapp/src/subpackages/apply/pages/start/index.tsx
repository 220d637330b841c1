import { formatFen, type ProjectView } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { ChoiceGroup } from '../../../../components/choice-group';
import { EmptyState } from '../../../../components/empty-state';
import { PageFrame } from '../../../../components/page-frame';
import { PrimaryButton } from '../../../../components/primary-button';
import { useRouteParams } from '../../../../features/use-route-params';
import { navigateTo } from '../../../../platform/navigation';
import { ROUTES } from '../../../../routes';
import { formatChinaDateTime } from '../../../../text/china-date';
import { goOn } from '../../order-flow/go-on';
import { StepAction } from '../../order-flow/step-action';
import { START_TEXT } from '../../text';
import { ProjectCard } from './project-card';
import { applicantTypesFor } from './start-choice';
import { useStart } from './use-start';
import './index.scss';

type Start = ReturnType<typeof useStart>;

const tooManyAction = () => ({ label: START_TEXT.seeOrders, onTap: () => void navigateTo('orders') });

const priceNote = ({ paymentRequired, priceFen }: ProjectView): string =>
  paymentRequired ? START_TEXT.payLater(formatFen(priceFen)) : START_TEXT.free;

/** Begin, sign in first, or go on with what was begun: one of them is the thing to do. */
function StartAction({ start }: { readonly start: Start }) {
  const { project, applicantType, draft, begin, signedIn, checkingDrafts } = start;
  const failure = {
    problem: begin.problem,
    problemAction: begin.problem?.code === 'orders.too_many_drafts' ? tooManyAction() : undefined,
  };
  const whyNoType = applicantType ? null : START_TEXT.chooseType;
  if (project && !signedIn) {
    return (
      <StepAction {...failure} note={START_TEXT.signInNote} onTap={() => void navigateTo('signIn')}>
        {START_TEXT.signIn}
      </StepAction>
    );
  }
  if (draft) {
    const beginAnother = applicantType && (
      <PrimaryButton
        kind="plain"
        pending={begin.pending}
        pendingLabel={START_TEXT.beginning}
        onTap={() => void begin.run()}
      >
        {START_TEXT.beginAnother}
      </PrimaryButton>
    );
    return (
      <StepAction
        {...failure}
        note={START_TEXT.draft(formatChinaDateTime(draft.createdAt))}
        second={beginAnother}
        onTap={() => void goOn(draft)}
      >
        {START_TEXT.goOn}
      </StepAction>
    );
  }
  return (
    <StepAction
      {...failure}
      pending={begin.pending || (project !== null && checkingDrafts)}
      pendingLabel={begin.pending ? START_TEXT.beginning : START_TEXT.checking}
      note={project && priceNote(project)}
      whyDisabled={project ? whyNoType : START_TEXT.chooseFirst}
      onTap={() => void begin.run()}
    >
      {START_TEXT.begin}
    </StepAction>
  );
}

/** Before step ①: which project, and for whom. */
export default function ApplyStartPage() {
  const { projectId } = useRouteParams('applyStart');
  const start = useStart(projectId);
  const { projects, items, project, applicantType } = start;
  const types = project ? applicantTypesFor(project) : [];

  return (
    <PageFrame
      title={ROUTES.applyStart.title}
      load={projects}
      bottom={items.length > 0 && <StartAction start={start} />}
    >
      {items.length === 0 && (
        <EmptyState
          line={START_TEXT.empty}
          action={{ label: START_TEXT.reload, onTap: () => void projects.reload() }}
        />
      )}
      {items.length > 0 && <Text className="apply-start__lead">{START_TEXT.lead}</Text>}
      <View role="radiogroup" aria-label={START_TEXT.projects}>
        {items.map((item) => (
          <ProjectCard
            key={item.id}
            project={item}
            chosen={item.id === project?.id}
            onChoose={() => start.choose(item.id)}
          />
        ))}
      </View>
      {types.length > 1 && (
        <Card title={START_TEXT.type}>
          <ChoiceGroup
            label={START_TEXT.type}
            choices={types.map((type) => ({ value: type, ...START_TEXT.types[type] }))}
            value={applicantType}
            onChange={start.chooseType}
          />
        </Card>
      )}
    </PageFrame>
  );
}
