import type { ProjectView } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { START_TEXT } from '../../text';
import { describeProject, projectFacts } from './project-facts';
import './project-card.scss';

export interface ProjectCardProps {
  readonly project: ProjectView;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** A project to choose: what it costs, how long it lasts, what is needed, how it comes. */
export function ProjectCard({ project, chosen, onChoose }: ProjectCardProps) {
  const { price, forWhom, term, papers, delivery, review } = projectFacts(project);
  const facts = [
    [START_TEXT.forWhom, forWhom],
    [START_TEXT.term, term],
    [START_TEXT.papers, papers],
    [START_TEXT.delivery, delivery],
    [START_TEXT.review, review],
  ];
  return (
    <View
      className={chosen ? 'project-card project-card--chosen' : 'project-card'}
      role="radio"
      aria-checked={chosen}
      aria-label={describeProject(project)}
      onClick={onChoose}
    >
      <View className="project-card__head">
        <View className="project-card__mark" />
        <Text className="project-card__name">{project.name}</Text>
        <Text className="project-card__price">{price}</Text>
      </View>
      <Text className="project-card__summary">{project.summary}</Text>
      <View className="project-card__facts">
        {facts.map(([name, value]) => (
          <View key={name} className="project-card__fact">
            <Text className="project-card__fact-name">{name}</Text>
            <Text className="project-card__fact-value">{value}</Text>
          </View>
        ))}
      </View>
    </View>
  );
}
