import type { ProjectVersionView } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { ListRow } from '../../../../components/list-row';
import { Notice } from '../../../../components/notice';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { StatusTag } from '../../../../components/status-tag';
import { useRouteParams } from '../../../../features/use-route-params';
import { redirectTo } from '../../../../platform/navigation';
import { useStaffSession } from '../../desk/use-staff-session';
import { DeskFrame } from '../../menu/desk-frame';
import { FactRow } from '../../review/fact-row';
import { STAFF_PROJECT_TEXT as TEXT } from '../../texts-projects';
import { VERSION_TONES, versionFacts } from '../projects/version-facts';
import '../template/index.scss';
import { FormPreview } from './form-preview.h5';
import { ProjectDeeds } from './project-deeds';
import { type ProjectPage, useProject } from './use-project';

interface Shown {
  readonly page: ProjectPage;
  readonly version: ProjectVersionView;
}

const Facts = ({ page, version, mayAct }: Shown & { readonly mayAct: boolean }) => (
  <Card
    title={version.name}
    aside={<StatusTag tone={VERSION_TONES[version.state]}>{TEXT.state[version.state]}</StatusTag>}
  >
    {versionFacts(version).map((fact) => (
      <Text key={fact} className="staff-template__fact">
        {fact}
      </Text>
    ))}
    <View className="staff-template__deeds">
      <PrimaryButton small kind="secondary" onTap={() => void page.exportFile.run(version)}>
        {TEXT.exportFile}
      </PrimaryButton>
      {mayAct &&
        (['unit', 'person'] as const).map((type) => (
          <PrimaryButton
            key={type}
            small
            kind="secondary"
            pending={page.sample.pending}
            pendingLabel={TEXT.makingSample}
            onTap={() => void page.sample.run(type)}
          >
            {type === 'unit' ? TEXT.sample : TEXT.samplePerson}
          </PrimaryButton>
        ))}
    </View>
    {page.blocked && <Notice kind="warning">{TEXT.popupBlocked}</Notice>}
    <ProblemNotice problem={page.sample.problem ?? page.exportFile.problem} />
  </Card>
);

const Differences = ({ version }: Pick<Shown, 'version'>) => (
  <Card title={version.state === 'draft' ? TEXT.differences : TEXT.earlierDifferences}>
    {version.differences.length === 0 && <Text className="staff-template__fact">{TEXT.noDifferences}</Text>}
    {version.differences.map(({ path, label, before, after }) => (
      <FactRow key={path} label={label} value={`${before ?? TEXT.added} → ${after ?? TEXT.removed}`} />
    ))}
  </Card>
);

/** One version of a project, in words, and what can be done about it. */
export default function StaffProjectPage() {
  useStaffSession();
  const { versionId = '' } = useRouteParams('staffProject');
  const page = useProject(versionId);
  const { version, versions = [], mayAct = false } = page.load.data ?? {};
  return (
    <DeskFrame route="staffProject" load={page.load}>
      {version && <Facts page={page} version={version} mayAct={mayAct} />}
      {version && mayAct && <ProjectDeeds page={page} version={version} />}
      {version && <Differences version={version} />}
      {version && <FormPreview text={version.text} />}
      {version && (
        <Card title={TEXT.settings}>
          {version.settings.map(({ path, label, words }) => (
            <FactRow key={path} label={label} value={words} />
          ))}
        </Card>
      )}
      {versions.length > 1 && (
        <Card title={TEXT.versions}>
          {versions.map((each) => (
            <ListRow
              key={each.id}
              label={each.number === null ? TEXT.state.draft : TEXT.version(each.number)}
              value={TEXT.state[each.state]}
              onTap={each.id === versionId ? undefined : () => void redirectTo('staffProject', { versionId: each.id })}
            />
          ))}
        </Card>
      )}
    </DeskFrame>
  );
}
