import { eraDate, monthName } from '@tokimori/wording/format';
import { useState } from 'react';
import type { Answer } from '../api/call.ts';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { useMe } from '../app/session.ts';
import { Empty, Shown } from '../app/states.tsx';
import { Anchor } from '../components/button.tsx';
import { PageTitle, Section } from '../components/section.tsx';
import { StatusLabel } from '../components/status-label.tsx';
import { dueLabels } from '../wording/words.ts';
import { NoteDue, SettleDue } from './settle-due.tsx';

type View = Answer<NonNullable<(typeof routes.duesView)['shape']>>;
export type DueView = View['dues'][number];

/** 対策の予定: what the measures brought due, late ones first, and what is settled. */
export function DuesPage() {
  const open = useReading(routes.duesView, { query: { state: 'open' } });
  const [past, setPast] = useState(false);
  return (
    <Shown query={open} title="対策の予定">
      {(view) => (
        <>
          <PageTitle facts={`${eraDate(view.on)} 現在`}>対策の予定</PageTitle>
          <p>
            縮減の対策に当たったことと、だれが何をするかです。毎朝、前の日までの記録で確かめます。記録が直って当たらなくなったものは、ここから消えます。
          </p>
          <p className="mt-2">
            <Anchor to={paths.forms}>様式の一覧</Anchor>
          </p>
          <SeeBreaches />
          <Open view={view} />
          <Section title="済んだもの">
            {past ? (
              <Settled />
            ) : (
              <p className="py-3">
                <button type="button" className="link min-h-11" onClick={() => setPast(true)}>
                  済んだものを表示する
                </button>
              </p>
            )}
          </Section>
        </>
      )}
    </Shown>
  );
}

/** Heads and 人事課 come from here to the records that ④ and ⑤ are still to be written into. */
function SeeBreaches() {
  const { roles } = useMe();
  return roles.some((role) => role === 'manager' || role === 'hr' || role === 'executive') ? (
    <p className="no-print mt-2">
      <Anchor to={paths.breaches}>上限を超えた記録を書く・見る</Anchor>
    </p>
  ) : null;
}

function Open({ view }: { readonly view: View }) {
  const alerts = view.dues.filter(({ alert }) => alert);
  const mine = view.dues.filter(({ alert, maySettle }) => !alert && maySettle);
  const others = view.dues.filter(({ alert, maySettle }) => !alert && !maySettle);
  return (
    <>
      <Section title="すること" aside={`${mine.length}件`}>
        {mine.length === 0 ? <Empty>することはありません。</Empty> : <List dues={mine} />}
      </Section>
      {alerts.length > 0 && (
        <Section title="お知らせ" aside={`${alerts.length}件`}>
          <List dues={alerts} />
        </Section>
      )}
      {others.length > 0 && (
        <Section title="ほかの人がすること" aside={`${others.length}件`}>
          <List dues={others} />
        </Section>
      )}
      {view.more && <p className="mt-3">期限の近いものから200件を表示しています。済ませると、続きを表示します。</p>}
    </>
  );
}

function Settled() {
  const view = useReading(routes.duesView, { query: { state: 'settled' } });
  return (
    <Shown query={view}>
      {({ dues }) => (dues.length === 0 ? <Empty>済んだものはありません。</Empty> : <List dues={dues} />)}
    </Shown>
  );
}

function List({ dues }: { readonly dues: readonly DueView[] }) {
  return (
    <ul>
      {dues.map((due) => (
        <Due key={due.id} due={due} />
      ))}
    </ul>
  );
}

/** What is asked at the start of a year is due of its first month. */
const yearBegunIn = (month: string): number => Number(month.slice(0, 4));

/** Pages on which a measure's sheet stands, by the key that the measure names. */
const sheetPages: Readonly<Record<string, (month: string, department: string) => string>> = {
  'toyohashi-plan': (month, department) => paths.plan(department, month),
  'nanto-progress': (month) => paths.progress(month),
  'ukiha-sheet': (month, department) => paths.sectionSheet(department, month),
  'saga-1': paths.sagaOne,
  'saga-2': paths.sagaTwo,
  'yamagata-review': (month) => paths.reviews(yearBegunIn(month)),
  'kochi-effects': (month) => paths.effects(yearBegunIn(month)),
};

/** The way to the page of a sheet that the records fill in. */
function SheetOf({ due: { sheet, month, subject, what } }: { readonly due: DueView }) {
  const page = sheet === null ? undefined : sheetPages[sheet.key];
  return page === undefined ? null : (
    <p>
      <Anchor to={page(month, sheet?.department ?? '')} label={`画面を開く: ${subject} ${what}`}>
        画面を開く
      </Anchor>
    </p>
  );
}

/** One thing that is due: whose, what, because of which figures, by when. */
function Due({ due }: { readonly due: DueView }) {
  const names = due.causes.map(({ name, figure, value }) => `${name} ${figure} ${value}`).join('、');
  return (
    <li className="flex flex-col gap-x-5 gap-y-2 border-b border-solid-gray-200 py-4 wide:flex-row wide:items-center">
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-2">
          {!(due.alert && due.state === 'open') && (
            <StatusLabel label={due.late ? dueLabels.late : dueLabels[due.state]} />
          )}
          <h3 className="text-[1rem]">
            {`${due.subject === '' ? '団体全体' : due.subject}: ${due.alert ? due.what : due.deed}`}
          </h3>
        </div>
        {!due.alert && <p>{due.sentence}</p>}
        <p className="prose-small">
          {due.alert ? eraDate(due.on) : `${monthName(due.month)}分・${due.title}`}
          {names !== '' && `・${names}${due.causesMore > 0 ? ` ほか${due.causesMore}人` : ''}`}
        </p>
        {due.form !== null && (
          <p>
            <Anchor
              to={paths.form(due.form.key, due.month, due.form.subject)}
              label={`様式を開く: ${due.subject} ${due.what}`}
            >
              様式を開く
            </Anchor>
          </p>
        )}
        <SheetOf due={due} />
        {due.settledOn !== null && (
          <p className="prose-small">{`${eraDate(due.settledOn)} ${due.settledBy}${due.note === '' ? '' : `: ${due.note}`}`}</p>
        )}
      </div>
      {due.dueOn !== null && (
        <p className="shrink-0">
          {`期限 ${eraDate(due.dueOn)}`}
          {due.passedOn !== null && (
            <span className="prose-small block">{`${eraDate(due.passedOn)}の期限の後に分かったもの`}</span>
          )}
        </p>
      )}
      {due.maySettle && (
        <div className="no-print shrink-0">{due.alert ? <NoteDue due={due} /> : <SettleDue due={due} />}</div>
      )}
    </li>
  );
}
