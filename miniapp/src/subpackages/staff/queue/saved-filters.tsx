import { Text, View } from '@tarojs/components';
import { FOCUSABLE } from '../../../platform/keyboard';
import { FILTER_TEXT as TEXT } from '../texts-desk';
import './filter-form.scss';
import { isSameFilter } from './queue-filter';
import type { QueueFilters } from './use-queue-filter';

/** 我的筛选: those with a name, each a tap away. */
export function SavedFilters({ filters }: { readonly filters: QueueFilters }) {
  const { saved, filter, choose, forget } = filters;
  return saved.length === 0 ? null : (
    <View className="saved-filters" role="group" aria-label={TEXT.saved}>
      <Text className="saved-filters__label">{TEXT.saved}</Text>
      {saved.map(({ name, filter: each }) => (
        <View key={name} className="saved-filters__one">
          <View
            className={
              isSameFilter(each, filter) ? 'filter-chips__chip filter-chips__chip--chosen' : 'filter-chips__chip'
            }
            role="button"
            {...FOCUSABLE}
            aria-pressed={isSameFilter(each, filter)}
            aria-label={name}
            onClick={() => choose(each)}
          >
            <Text>{name}</Text>
          </View>
          <View
            className="saved-filters__forget"
            role="button"
            {...FOCUSABLE}
            aria-label={TEXT.forget(name)}
            onClick={() => forget(name)}
          >
            <Text>×</Text>
          </View>
        </View>
      ))}
    </View>
  );
}
