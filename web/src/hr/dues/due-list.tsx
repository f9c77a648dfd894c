import { useParams, useSearch } from '@tanstack/react-router';
import { count, eraDate, eraMonth } from '@tokimori/wording/format';
import { addressOf } from '../../api/call.ts';
import { useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { paths } from '../../app/paths.ts';
import { Empty, Shown } from '../../app/states.tsx';
import { Anchor, Button, ButtonLink } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Crumbs, PageTitle, Section } from '../../components/section.tsx';
import type { DueListView } from './views.ts';

/** A list that a measure hands over: who stands on it with which figure since when, or how many of each 課. */
export function DueListPage() {
  const { id = '' }: { id?: string } = useParams({ strict: false });
  const { page }: { page?: number } = useSearch({ strict: false });
  const view = useReading(
    routes.dueList,
    { params: { id }, query: page === undefined ? {} : { page } },
    { keep: true },
  );
  return (
    <Shown query={view} title="一覧">
      {(data) => (
        <>
          <Crumbs>
            <Anchor to={paths.dues}>対策の予定</Anchor> / {data.title}
          </Crumbs>
          <PageTitle facts={factsOf(data)} actions={<Actions id={id} />}>
            {data.title}
          </PageTitle>
          <p>{data.measure}</p>
          {data.occasion !== '' && <p className="prose-small mt-1">{data.occasion}</p>}
          {data.lists === 'sections' ? <Sections view={data} /> : <People id={id} view={data} />}
        </>
      )}
    </Shown>
  );
}

const factsOf = ({ subject, month, on }: DueListView): string =>
  `${subject === '' ? '団体全体' : subject}・${eraMonth(month)}分・${eraDate(on)}までの記録`;

function Actions({ id }: { readonly id: string }) {
  return (
    <>
      <a className="link" href={addressOf(routes.dueListFile.path, { id })} download>
        CSVで保存する
      </a>
      <Button kind="text" size="small" onPress={() => window.print()}>
        印刷する
      </Button>
    </>
  );
}

function Sections({ view }: { readonly view: DueListView }) {
  return (
    <Section title="所属ごとの人数" aside={`${count(view.total)}人`}>
      {view.sections.length === 0 ? (
        <Empty>該当する職員はいません。</Empty>
      ) : (
        <DataTable caption="該当した職員の数。氏名は載せていません" stack>
          <thead>
            <tr>
              <th scope="col">所属</th>
              <th scope="col" className="number">
                人数
              </th>
            </tr>
          </thead>
          <tbody>
            {view.sections.map(({ department, name, count: number }) => (
              <tr key={department}>
                <th scope="row">{name}</th>
                <td className="number" data-label="人数">
                  {count(number)}
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </Section>
  );
}

function People({ id, view }: { readonly id: string; readonly view: DueListView }) {
  const { people, page, size, total, more } = view;
  const first = (page - 1) * size + 1;
  return (
    <Section title="載っている職員" aside={more ? '' : `${count(total)}人`}>
      {people.length === 0 ? <Empty>該当する職員はいません。</Empty> : <Table view={view} />}
      {(page > 1 || more) && (
        <nav aria-label="一覧のページ" className="no-print mt-5 flex flex-wrap items-center gap-3">
          <span>{`${count(total)}人のうち ${count(first)}〜${count(first + people.length - 1)}人`}</span>
          {page > 1 && (
            <ButtonLink size="small" to={paths.dueList(id, page - 1)}>
              {`前の${size}人`}
            </ButtonLink>
          )}
          {more && (
            <ButtonLink size="small" to={paths.dueList(id, page + 1)}>
              {`次の${size}人`}
            </ButtonLink>
          )}
        </nav>
      )}
    </Section>
  );
}

function Table({ view }: { readonly view: DueListView }) {
  const everybody = view.people.every(({ figure }) => figure === '');
  return (
    <DataTable caption="時間は時:分。月と年度の累計は、いまの記録による時間外勤務" stack>
      <thead>
        <tr>
          <th scope="col">氏名</th>
          <th scope="col">所属</th>
          {!everybody && (
            <>
              <th scope="col">該当した時間など</th>
              <th scope="col">該当した日</th>
            </>
          )}
          <th scope="col" className="number">
            {`${Number(view.month.slice(5))}月の時間外`}
          </th>
          <th scope="col" className="number">
            年度の累計
          </th>
        </tr>
      </thead>
      <tbody>
        {view.people.map((person) => (
          <tr key={person.staff}>
            <th scope="row">
              {person.mayOpen ? (
                <Anchor to={paths.staffMonth(person.staff, view.month)}>{person.name}</Anchor>
              ) : (
                person.name
              )}
              <span className="prose-small block">{person.staff}</span>
            </th>
            <td data-label="所属">{person.section}</td>
            {!everybody && (
              <>
                <td data-label="該当した時間など">{`${person.figure} ${person.value}`}</td>
                <td data-label="該当した日">{person.since === null ? '—' : eraDate(person.since)}</td>
              </>
            )}
            <td className="number" data-label="月の時間外">
              {person.month === '' ? '—' : person.month}
            </td>
            <td className="number" data-label="年度の累計">
              {person.year === '' ? '—' : person.year}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
