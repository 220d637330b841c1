import type { ProjectVersionSummary } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { EmptyState } from '../../../../components/empty-state';
import { Notice } from '../../../../components/notice';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { StatusTag } from '../../../../components/status-tag';
import { navigateTo } from '../../../../platform/navigation';
import { useStaffSession } from '../../desk/use-staff-session';
import { DeskFrame } from '../../menu/desk-frame';
import { useWideScreen } from '../../platform/wide-screen';
import { STAFF_PROJECT_TEXT as TEXT } from '../../texts-projects';
import '../templates/index.scss';
import { useProjects } from './use-projects';
import { VERSION_TONES, versionFacts } from './version-facts';

type Project = NonNullable<ReturnType<typeof useProjects>['load']['data']>['items'][number];

const OpenButton = ({ version, label }: { readonly version: ProjectVersionSummary; readonly label: string }) => (
  <PrimaryButton
    small
    kind={version.state === 'draft' ? 'primary' : 'secondary'}
    label={TEXT.of(label, version.name)}
    onTap={() => void navigateTo('staffProject', { versionId: version.id })}
  >
    {label}
  </PrimaryButton>
);

function ProjectCard({ newest, draft }: Project) {
  const shown = newest ?? draft;
  return (
    shown && (
      <Card
        title={shown.name}
        aside={<StatusTag tone={VERSION_TONES[shown.state]}>{TEXT.state[shown.state]}</StatusTag>}
      >
        {versionFacts(shown).map((fact) => (
          <Text key={fact} className="staff-templates__fact">
            {fact}
          </Text>
        ))}
        <View className="staff-templates__deeds">
          {newest && <OpenButton version={newest} label={TEXT.read} />}
          {draft && <OpenButton version={draft} label={TEXT.readDraft} />}
        </View>
      </Card>
    )
  );
}

/** What applicants can apply for: each project with the version that they are offered, and its draft. */
export default function StaffProjectsPage() {
  useStaffSession();
  const wide = useWideScreen();
  const { load, importFile, isTooLarge } = useProjects();
  const projects = load.data?.items ?? [];
  const faults = importFile.problem?.fields ?? [];
  return (
    <DeskFrame route="staffProjects" load={load}>
      <Text className="staff-templates__lead">{TEXT.lead}</Text>
      {load.data?.mayImport && wide && (
        <View className="staff-templates__begin">
          <PrimaryButton pending={importFile.pending} pendingLabel={TEXT.importing} onTap={() => void importFile.run()}>
            {TEXT.importFile}
          </PrimaryButton>
        </View>
      )}
      {isTooLarge && <Notice kind="warning">{TEXT.tooLarge}</Notice>}
      {faults.length > 0 ? (
        <Notice kind="warning" title={TEXT.problems(faults.length)}>
          {faults.map(({ path, message }) => (
            <View key={`${path} ${message}`}>{TEXT.fault(path, message)}</View>
          ))}
        </Notice>
      ) : (
        <ProblemNotice problem={importFile.problem} />
      )}
      {load.data && projects.length === 0 && <EmptyState line={TEXT.none} />}
      {projects.map((project) => (
        <ProjectCard key={project.projectId} {...project} />
      ))}
    </DeskFrame>
  );
}
