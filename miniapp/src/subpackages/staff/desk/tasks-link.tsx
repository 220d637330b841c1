import { endpoints } from '@acceptance/shared';
import { View } from '@tarojs/components';
import { call } from '../../../api/client';
import { StatusTag } from '../../../components/status-tag';
import { TextLink } from '../../../components/text-link';
import { useLoad } from '../../../features/use-load';
import { usePolling } from '../../../features/use-polling';
import { navigateTo } from '../../../platform/navigation';
import { joinClauses } from '../../../text/punctuation';
import { STAFF_TASK_TEXT } from '../texts-tasks';
import './tasks-link.scss';

/** The desk stays open all day. */
const REFRESH_MS = 60_000;

const open = () => void navigateTo('staffTasks');

/** 待办 with what waits for the one who is signed in; counted anew when the page is shown. Without an answer: the bare link. */
export function TasksLink() {
  const { data, reload } = useLoad(() => call(endpoints.tasks.summarizeTasks), 'tasks');
  usePolling(true, REFRESH_MS, reload);
  const words = data && data.open > 0 ? STAFF_TASK_TEXT.linkCount(data.open) : STAFF_TASK_TEXT.link;
  const late = data && data.overdue > 0 ? STAFF_TASK_TEXT.overdue(data.overdue) : null;
  return (
    <View className="tasks-link">
      <TextLink label={late ? joinClauses(words, late) : words} onTap={open}>
        {words}
      </TextLink>
      {late && (
        <View className="tasks-link__late" aria-hidden onClick={open}>
          <StatusTag tone="bad">{late}</StatusTag>
        </View>
      )}
    </View>
  );
}
