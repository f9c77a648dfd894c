import { useNavigate } from '@tanstack/react-router';
import { dayOnly, eraMonth, hm, monthName, shiftMonth } from '@tokimori/wording/format';
import { paths } from '../app/paths.ts';
import { useMe } from '../app/session.ts';
import { Anchor, Button, ButtonLink } from '../components/button.tsx';
import { HeatLegend, HeatMap } from '../components/heat-map.tsx';
import { PageTitle, Section } from '../components/section.tsx';
import { UrgentThings } from '../entrance/urgent-things.tsx';
import { ConfirmedResults } from './confirmed-results.tsx';
import { DecisionList } from './decision-list.tsx';
import { GivenOrders } from './given-orders.tsx';
import { groupsOf, heatTail } from './heat-rows.tsx';
import { OpenResults } from './open-results.tsx';
import { QuestionTable } from './question-table.tsx';
import { SectionLinks } from './section-links.tsx';
import { WithSection } from './section-of.tsx';
import { SectionWeek } from './section-week.tsx';
import { StandingInNote } from './standing-in/standing-in-note.tsx';
import type { SectionMonthView } from './views.ts';

/** 課の今月: what to decide, who is near, what to ask. */
export function SectionMonthPage() {
  return <WithSection title="課の今月">{(view) => <SectionMonth view={view} />}</WithSection>;
}

function SectionMonth({ view }: { readonly view: SectionMonthView }) {
  const running = view.month === view.today.slice(0, 7);
  const progress =
    view.through === null
      ? '記録はまだありません'
      : running
        ? `${dayOnly(view.through)}まで`
        : view.closed
          ? '締め済み'
          : '締める前';
  return (
    <>
      <PageTitle
        facts={`${eraMonth(view.month)}・${progress}・${view.rows.length}人`}
        actions={<Actions view={view} />}
      >
        {running ? '課の今月' : `課の${monthName(view.month)}`} {view.name}
      </PageTitle>
      <StandingInNote view={view} />
      <Counts view={view} />
      <OtherSections department={view.department} />
      <SectionLinks view={view} />
      {running && <DecisionList view={view} />}
      {running && <UrgentThings />}
      <GivenOrders view={view} />
      <OpenResults view={view} />
      <ConfirmedResults department={view.department} month={view.month} />
      <Section title="人と日" aside={<Comparison view={view} />}>
        <People view={view} />
      </Section>
      <QuestionTable view={view} />
    </>
  );
}

function Actions({ view }: { readonly view: SectionMonthView }) {
  return (
    <>
      {view.previous !== null && (
        <ButtonLink size="small" to={paths.sectionMonth(view.department, view.previous)}>
          前の月
        </ButtonLink>
      )}
      {view.next !== null && (
        <ButtonLink size="small" to={paths.sectionMonth(view.department, view.next)}>
          次の月
        </ButtonLink>
      )}
      <Button kind="text" size="small" onPress={() => window.print()}>
        印刷する
      </Button>
    </>
  );
}

/** One sentence of counts, in order of urgency. */
function Counts({ view }: { readonly view: SectionMonthView }) {
  const { counts } = view;
  const parts: readonly (readonly [string, string])[] = [
    ['超過', `${counts.over}人`],
    ['このままだと月末までに超える人', `${counts.forecastOver}人`],
    ['決裁待ち', `${counts.decisions}件`],
    ['実績の確認', `${counts.results}件`],
    ['差異', `${counts.discrepancies}件`],
    ['打刻漏れ', `${counts.missing}件`],
  ];
  return (
    <p>
      {parts.map(([name, value], i) => (
        <span key={name}>
          {i > 0 && '・'}
          {name} <strong>{value}</strong>
        </span>
      ))}
    </p>
  );
}

/** Heads of several sections change between them here. */
function OtherSections({ department }: { readonly department: string }) {
  const { sections } = useMe();
  if (sections.length < 2) return null;
  return (
    <nav aria-label="ほかの課" className="no-print mt-3 flex flex-wrap gap-x-4 gap-y-1 text-[0.9375rem]">
      {sections.map((section) =>
        section.department === department ? (
          <strong key={section.department} aria-current="page">
            {section.name}
          </strong>
        ) : (
          <Anchor key={section.department} to={`${paths.section}?department=${encodeURIComponent(section.department)}`}>
            {section.name}
          </Anchor>
        ),
      )}
    </nav>
  );
}

function Comparison({ view }: { readonly view: SectionMonthView }) {
  const capped = view.rows.filter((row) => !row.person.managerial).length;
  const running = view.month === view.today.slice(0, 7);
  const same = running ? 'の同じ日まで' : '';
  const others = [
    view.previousTotal === null ? '' : `${monthName(shiftMonth(view.month, -1))}${same} ${hm(view.previousTotal)}`,
    view.lastYearTotal === null ? '' : `前年${monthName(view.month)}${same} ${hm(view.lastYearTotal)}`,
  ].filter(Boolean);
  return (
    <>
      課の合計 {hm(view.total)}(上限のある{capped}人・1人当たり {hm(capped === 0 ? 0 : Math.round(view.total / capped))}
      ){others.length > 0 && `。${others.join('、')}`}
    </>
  );
}

function People({ view }: { readonly view: SectionMonthView }) {
  const navigate = useNavigate();
  const running = view.month === view.today.slice(0, 7);
  const through = view.through === null ? '' : `${dayOnly(view.through)}まで`;
  return (
    <>
      <HeatLegend />
      <div className="hidden wide:block print:block">
        <HeatMap
          caption={`${view.name} ${eraMonth(view.month)} 1日ごとの時間外(時:分)${through}`}
          days={view.calendar}
          today={running ? view.today : null}
          groups={groupsOf(view)}
          tail={heatTail}
          onOpen={(row) => void navigate({ to: paths.staffMonth(row.key, view.month) })}
        />
      </div>
      <SectionWeek view={view} />
      <p className="prose-small mt-2">
        棒の太い線が上限、点線の枠が月末の見込み(いままでの合計 + 平日の平均 × 残り{view.daysLeft}
        日)です。打刻漏れの日は入れていません。
      </p>
    </>
  );
}
