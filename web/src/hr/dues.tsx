import { useSearch } from '@tanstack/react-router';
import { eraDate } from '@tokimori/wording/format';
import { type ReactNode, useState } from 'react';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { useMe } from '../app/session.ts';
import { Empty, Shown } from '../app/states.tsx';
import { Anchor } from '../components/button.tsx';
import { PageTitle, Section } from '../components/section.tsx';
import { DueFilter } from './dues/due-filter.tsx';
import { type Chosen, DueItems, DuePages } from './dues/due-pages.tsx';
import type { DuesView } from './dues/views.ts';

type Search = { readonly state?: unknown; readonly deed?: unknown; readonly department?: unknown };
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** 対策の予定: what the measures brought due, late ones first, and what is settled. */
export function DuesPage() {
  const search: Search = useSearch({ strict: false });
  const late = search.state === 'late';
  const chosen: Chosen = { deed: textOf(search.deed), department: textOf(search.department) };
  const key = `${late} ${chosen.deed} ${chosen.department}`;
  const first = useReading(routes.duesView, { query: { state: 'open' } });
  return (
    <Shown query={first} title="対策の予定">
      {({ on }) => (
        <>
          <PageTitle facts={`${eraDate(on)} 現在`}>対策の予定</PageTitle>
          <p>
            縮減の対策に該当したことと、だれが何をするかです。毎朝、前の日までの記録で確かめます。記録が直って該当しなくなったものは、ここから消えます。
          </p>
          <p className="mt-2">
            <Anchor to={paths.forms}>様式の一覧</Anchor>
          </p>
          <SeeBreaches />
          <DueFilter late={late} chosen={chosen} />
          <DuePages key={`open ${key}`} state={late ? 'late' : 'open'} chosen={chosen}>
            {(view, pages) => <Open view={view} pages={pages} />}
          </DuePages>
          {!late && chosen.deed === '' && (
            <DuePages key={`told ${key}`} state="told" chosen={chosen}>
              {(view, pages) => <Told view={view} pages={pages} />}
            </DuePages>
          )}
          <Section title="済んだもの">
            <Settled key={`settled ${key}`} chosen={chosen} />
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

type PageOf = { readonly view: DuesView; readonly pages: ReactNode };

/** How many stand on the page. */
const countOn = (page: number, whole: boolean): string => `${whole ? '' : 'このページに'}${page}件`;

function Open({ view, pages }: PageOf) {
  const mine = view.dues.filter((due) => due.mine);
  const others = view.dues.filter((due) => !due.mine);
  const whole = pages === null;
  return (
    <>
      <Section title="すること" aside={countOn(mine.length, whole)}>
        {mine.length === 0 ? (
          <Empty>{whole ? 'することはありません。' : 'このページに、することはありません。'}</Empty>
        ) : (
          <DueItems dues={mine} />
        )}
      </Section>
      {others.length > 0 && (
        <Section title="ほかの人がすること" aside={countOn(others.length, whole)}>
          <DueItems dues={others} />
        </Section>
      )}
      {pages}
    </>
  );
}

function Told({ view, pages }: PageOf) {
  if (view.dues.length === 0) return pages;
  return (
    <Section title="お知らせ" aside={countOn(view.dues.length, pages === null)}>
      <DueItems dues={view.dues} />
      {pages}
    </Section>
  );
}

function Settled({ chosen }: { readonly chosen: Chosen }) {
  const [past, setPast] = useState(false);
  if (!past)
    return (
      <p className="py-3">
        <button type="button" className="link min-h-11" onClick={() => setPast(true)}>
          済んだものを表示する
        </button>
      </p>
    );
  return (
    <DuePages state="settled" chosen={chosen}>
      {(view, pages) => (
        <>
          {view.dues.length === 0 ? <Empty>済んだものはありません。</Empty> : <DueItems dues={view.dues} />}
          {pages}
        </>
      )}
    </DuePages>
  );
}
