import { useParams, useSearch } from '@tanstack/react-router';
import { dayAndClock, eraDate, eraMonth, shiftMonth } from '@tokimori/wording/format';
import { addressOf } from '../api/call.ts';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { calendarOf, useMe } from '../app/session.ts';
import { Empty, Shown } from '../app/states.tsx';
import { Banner } from '../components/banner.tsx';
import { Anchor, Button, ButtonLink } from '../components/button.tsx';
import { Crumbs, PageTitle, Section } from '../components/section.tsx';
import { StatusLabel } from '../components/status-label.tsx';
import { PlanDeeds } from './plan-deeds.tsx';
import { PlanForm } from './plan-form.tsx';
import { MeasureEffects, PlanMeasures } from './plan-measures.tsx';
import { PlanActuals, PlanLines, PlanSums } from './plan-tables.tsx';
import type { PlanView } from './views.ts';
import { planDeedWords, planLabel } from './words.ts';

const TITLE = '時間外勤務実施計画書';

/** 時間外勤務実施計画書 of a section: the head writes it, the union and 人事課 agree to it and receive it here too. */
export function PlanPage() {
  const params: { department?: string; month?: string } = useParams({ strict: false });
  const search: { department?: unknown } = useSearch({ strict: false });
  const me = useMe();
  const wanted = params.department ?? (typeof search.department === 'string' ? search.department : undefined);
  const department = wanted ?? me.sections[0]?.department;
  const month = params.month ?? shiftMonth(calendarOf(me).month, 1);
  const view = useReading(
    routes.planView,
    { params: { department: department ?? '', month } },
    { enabled: department !== undefined },
  );
  if (department === undefined) {
    return (
      <>
        <PageTitle>{TITLE}</PageTitle>
        <Empty>あなたが所属長になっている課はありません。発令の内容は人事課に確かめてください。</Empty>
      </>
    );
  }
  return (
    <Shown query={view} title={TITLE}>
      {(plan) => <Plan key={`${plan.department} ${plan.month}`} view={plan} />}
    </Shown>
  );
}

function Plan({ view }: { readonly view: PlanView }) {
  const { may, state, late, dueOn, note } = view;
  return (
    <>
      <Back />
      <PageTitle facts={`${view.path}・${eraMonth(view.month)}分`} actions={<Months view={view} />}>
        {TITLE}
      </PageTitle>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <StatusLabel label={planLabel(state, late)} />
        <span>{`期限 ${eraDate(dueOn)}`}</span>
        <span className="prose-small">所属長の承認 → 職員組合の承認 → 人事課の受取り</span>
      </p>
      {note !== '' && (
        <div className="mt-4">
          <Banner kind="warning" title="差し戻しの理由">
            {note}
          </Banner>
        </div>
      )}
      <p className="mt-3">
        前の月のうちに、だれがどの業務で何時間の時間外勤務を見込むかを決める計画です。命令ではなく、計画を超えた申請や命令が断られることもありません。
      </p>
      <Section
        title="計画"
        aside={state === null && may.draft ? '前年同月と今月の見込みから作った下書き(未保存)' : undefined}
      >
        <PlanSums view={view} />
        {may.draft ? (
          <PlanForm key={view.version} view={view} />
        ) : state === null ? (
          <Empty>この月の計画書は作られていません。</Empty>
        ) : (
          <>
            <PlanLines view={view} />
            {view.remarks !== '' && <p className="mt-3 whitespace-pre-line">{view.remarks}</p>}
          </>
        )}
        <PlanDeeds view={view} />
      </Section>
      {state !== null && <PlanActuals view={view} />}
      <PlanMeasures view={view} />
      <MeasureEffects view={view} />
      <History view={view} />
    </>
  );
}

/** Where the reader came from: the list of the union or of 人事課; a head has the menu. */
function Back() {
  const { roles } = useMe();
  if (roles.includes('union'))
    return (
      <Crumbs>
        <Anchor to={paths.unionPlans}>計画の承認</Anchor>
      </Crumbs>
    );
  const city = roles.some((role) => role === 'hr' || role === 'executive' || role === 'auditor');
  return (
    <Crumbs>
      {city ? <Anchor to={paths.plans}>実施計画書の一覧</Anchor> : <Anchor to={paths.section}>課の今月</Anchor>}
    </Crumbs>
  );
}

function Months({ view }: { readonly view: PlanView }) {
  const union = useMe().roles.includes('union');
  const next = shiftMonth(view.month, 1);
  return (
    <>
      {!union && (
        <>
          <ButtonLink size="small" to={paths.plan(view.department, shiftMonth(view.month, -1))}>
            前の月の計画
          </ButtonLink>
          {next <= shiftMonth(view.running, 1) && (
            <ButtonLink size="small" to={paths.plan(view.department, next)}>
              次の月の計画
            </ButtonLink>
          )}
        </>
      )}
      <a
        className="link"
        href={addressOf(routes.planPaper.path, { department: view.department, month: view.month })}
        download
      >
        PDFで保存する
      </a>
      <Button kind="text" size="small" onPress={() => window.print()}>
        印刷する
      </Button>
    </>
  );
}

function History({ view }: { readonly view: PlanView }) {
  if (view.history.length === 0) return null;
  return (
    <Section title="経過">
      <ul className="py-2">
        {view.history.map((each) => (
          <li key={`${each.kind} ${each.at}`} className="py-1">
            {`${dayAndClock(each.at)} ${planDeedWords[each.kind] ?? each.kind} ${each.by}`}
            {each.note !== '' && `: ${each.note}`}
          </li>
        ))}
      </ul>
    </Section>
  );
}
