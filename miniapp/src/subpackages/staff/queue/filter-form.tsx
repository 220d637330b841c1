import { endpoints, type StaffRole } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/client';
import { PrimaryButton } from '../../../components/primary-button';
import { TextField } from '../../../components/text-field';
import { useLoad } from '../../../features/use-load';
import { FOCUSABLE } from '../../../platform/keyboard';
import { apiWord } from '../../../text/api-texts';
import { FilterChips } from '../desk/filter-chips';
import { useDeskState } from '../menu/use-desk-state';
import { FILTER_TEXT as TEXT } from '../texts-desk';
import './filter-form.scss';
import { LONGEST_NAME, MOST_SAVED, type QueueFilter } from './queue-filter';
import type { QueueFilters } from './use-queue-filter';

const REVIEWS: StaffRole = 'reviewer';

interface ToggleProps {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

const Toggle = ({ label, on, onChange }: ToggleProps) => (
  <View
    className={on ? 'filter-chips__chip filter-chips__chip--chosen' : 'filter-chips__chip'}
    role="checkbox"
    {...FOCUSABLE}
    aria-checked={on}
    aria-label={label}
    onClick={() => onChange(!on)}
  >
    <Text>{label}</Text>
  </View>
);

/** Names of all projects, also of withdrawn ones: their orders are still worked on. */
export const useProjectNames = () =>
  useLoad(async () => {
    const { items } = await call(endpoints.projectVersions.listProjects);
    return items.flatMap(({ projectId, newest }) => (newest ? [{ projectId, name: apiWord(newest.name) }] : []));
  }, 'project-names').data ?? [];

function SaveForm({ filters, onSaved }: { readonly filters: QueueFilters; readonly onSaved: () => void }) {
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  const save = (): void => {
    const tidy = name.trim();
    if (!tidy) {
      setError(TEXT.nameMissing);
    } else if (filters.save(tidy)) {
      onSaved();
    } else {
      setError(TEXT.full(MOST_SAVED));
    }
  };
  return (
    <TextField
      label={TEXT.name}
      hint={TEXT.nameHint}
      error={error}
      maxLength={LONGEST_NAME}
      value={name}
      onChange={setName}
      onConfirm={save}
      after={
        <PrimaryButton small kind="plain" onTap={save}>
          {TEXT.save}
        </PrimaryButton>
      }
    />
  );
}

interface FilterFormProps {
  readonly filters: QueueFilters;
  readonly projects: ReturnType<typeof useProjectNames>;
  readonly onClose: () => void;
}

/** What the list is narrowed by; each choice counts at once. */
export function FilterForm({ filters, projects, onClose }: FilterFormProps) {
  const { filter, choose } = filters;
  const reviews = useDeskState().staff?.roles.includes(REVIEWS) ?? false;
  const change = (part: Partial<QueueFilter>) => choose({ ...filter, ...part });
  const all = { value: null as string | null, label: TEXT.allProjects };
  return (
    <View className="filter-form">
      <FilterChips
        label={TEXT.project}
        chips={[all, ...projects.map(({ projectId, name }) => ({ value: projectId, label: name }))]}
        value={filter.projectId}
        onChoose={(projectId) => change({ projectId })}
      />
      <View className="filter-chips">
        <Toggle label={TEXT.late} on={filter.late} onChange={(late) => change({ late })} />
        {reviews && <Toggle label={TEXT.flagged} on={filter.flagged} onChange={(flagged) => change({ flagged })} />}
      </View>
      <SaveForm filters={filters} onSaved={onClose} />
    </View>
  );
}
