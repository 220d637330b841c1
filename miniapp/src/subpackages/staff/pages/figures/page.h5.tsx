import { Text, View } from '@tarojs/components';
import { LoadingState } from '../../../../components/loading-state';
import { ProblemNotice } from '../../../../components/problem-notice';
import { ProblemState } from '../../../../components/problem-state';
import { TextLink } from '../../../../components/text-link';
import { navigateTo } from '../../../../platform/navigation';
import { FilterChips } from '../../desk/filter-chips';
import { useStaffSession } from '../../desk/use-staff-session';
import { DeskFrame } from '../../menu/desk-frame';
import { useDeskState } from '../../menu/use-desk-state';
import { FIGURES_TEXT as TEXT } from '../../texts-figures';
import './index.scss';
import { OFFERED_DAYS } from './last-days';
import { MoneyCard } from './money-card';
import { OpenCard } from './open-card';
import { ReasonsCard, ReviewCards } from './review-cards';
import { type FiguresPage, useFigures } from './use-figures';

interface DayFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
}

/** The browser's own calendar; an emptied field changes nothing. */
const DayField = ({ label, value, onChange }: DayFieldProps) => (
  <input
    type="date"
    className="figures__day"
    aria-label={label}
    value={value}
    onChange={({ target }) => target.value && onChange(target.value)}
  />
);

function Span({ page }: { readonly page: FiguresPage }) {
  const { days, setDays, offered, offer, exporting } = page;
  return (
    <View className="figures__span">
      <FilterChips<string | null>
        label={TEXT.spanLabel}
        chips={[
          ...OFFERED_DAYS.map((count) => ({ value: String(count), label: TEXT.last(count) })),
          { value: null, label: TEXT.own },
        ]}
        value={offered === null ? null : String(offered)}
        onChoose={(count) => offer(count === null ? null : Number(count))}
      />
      {offered === null && (
        <>
          <DayField label={TEXT.from} value={days.from} onChange={(from) => setDays({ ...days, from })} />
          <DayField label={TEXT.to} value={days.to} onChange={(to) => setDays({ ...days, to })} />
        </>
      )}
      <View className="figures__export">
        <TextLink onTap={() => void exporting.run()}>{exporting.pending ? TEXT.exporting : TEXT.export}</TextLink>
      </View>
    </View>
  );
}

/** The figures with their own loading and problem, so that the days stay where they are. */
function Body({ page }: { readonly page: FiguresPage }) {
  const { data, problem, reload } = page.load;
  const administers = useDeskState().staff?.roles.includes('administrator') ?? false;
  if (!data) {
    return problem ? (
      <ProblemState problem={problem} onRetry={() => void reload()} onSignIn={() => void navigateTo('staffSignIn')} />
    ) : (
      <LoadingState />
    );
  }
  const { open, review, money } = data;
  return (
    <View className="figures__cards">
      <View className="figures__column">
        <OpenCard open={open} />
        {review && <ReasonsCard reasons={review.reasons} />}
      </View>
      {review && (
        <View className="figures__column">
          <ReviewCards review={review} ofAll={administers} />
        </View>
      )}
      {money && <MoneyCard money={money} />}
    </View>
  );
}

/** 统计: what lies open and for how long, how reviews went, what money came. */
export default function StaffFiguresPage() {
  useStaffSession();
  const page = useFigures();
  return (
    <DeskFrame route="staffFigures" wide>
      <View className="figures">
        <Text className="figures__none">{TEXT.lead}</Text>
        <Span page={page} />
        <ProblemNotice problem={page.exporting.problem} />
        <Body page={page} />
      </View>
    </DeskFrame>
  );
}
