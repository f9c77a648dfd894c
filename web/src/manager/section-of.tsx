import { useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { calendarOf, useMe } from '../app/session.ts';
import { Empty, Shown } from '../app/states.tsx';
import { PageTitle } from '../components/section.tsx';
import type { SectionMonthView } from './views.ts';

/** Department and month of the address; the first section this person heads and the running month where it names none. */
export function useSection(): { readonly department: string | undefined; readonly month: string } {
  const params: { department?: string; month?: string } = useParams({ strict: false });
  const search: { department?: unknown } = useSearch({ strict: false });
  const me = useMe();
  const wanted = params.department ?? (typeof search.department === 'string' ? search.department : undefined);
  return { department: wanted ?? me.sections[0]?.department, month: params.month ?? calendarOf(me).month };
}

/** Reads a section's month and draws it; says so where the person heads no section. */
export function WithSection({
  title,
  children,
}: {
  readonly title: string;
  readonly children: (view: SectionMonthView) => ReactNode;
}) {
  const { department, month } = useSection();
  const view = useReading(
    routes.sectionMonth,
    { params: { department: department ?? '', month } },
    { enabled: department !== undefined, refetchInterval: 30_000 },
  );
  if (department === undefined) {
    return (
      <>
        <PageTitle>{title}</PageTitle>
        <Empty>あなたが所属長になっている課はありません。発令の内容は人事課に確かめてください。</Empty>
      </>
    );
  }
  return (
    <Shown query={view} title={title}>
      {children}
    </Shown>
  );
}
