import { useParams } from '@tanstack/react-router';
import type { FormView } from '@tokimori/contract/forms';
import { dayAndClock, eraDate, eraMonth } from '@tokimori/wording/format';
import { addressOf } from '../api/call.ts';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { Shown } from '../app/states.tsx';
import { Banner } from '../components/banner.tsx';
import { Anchor } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Crumbs, PageTitle, Section } from '../components/section.tsx';
import { StatusLabel } from '../components/status-label.tsx';
import { formLabels } from '../wording/words.ts';
import { Approve } from './approve.tsx';
import { FilledForm } from './filled-form.tsx';
import { NoticeOfForm } from './notice-of-form.tsx';
import { WriteForm } from './write-form.tsx';

export type Place = { readonly form: string; readonly month: string; readonly subject: string };

/** One form: what the records say, what is typed, which way it takes. */
export function FormPage() {
  const { form = '', month = '', subject = '' }: Partial<Place> = useParams({ strict: false });
  const place = { form, month, subject };
  // What is being typed is not replaced under the hand: a form is read again after a deed, not when the window comes back.
  const view = useReading(routes.formView, { params: place }, { staleTime: Number.POSITIVE_INFINITY });
  return (
    <Shown query={view} title="様式">
      {(data) => (
        <>
          <Crumbs>
            <Anchor to={paths.formsOf(month)}>様式の一覧</Anchor>
          </Crumbs>
          <PageTitle
            facts={`${eraMonth(data.month)}分・${data.subjectName}`}
            actions={
              <>
                <a className="link" href={addressOf(routes.formPaper.path, place)} download>
                  PDFで保存する
                </a>
                {data.workbook && (
                  <a className="link" href={addressOf(routes.formWorkbook.path, place)} download>
                    Excelで保存する
                  </a>
                )}
              </>
            }
          >
            {data.title}
          </PageTitle>
          <State view={data} />
          {data.mayFill && (
            <p className="prose-small">{`PDF${data.workbook ? 'とExcel' : ''}は、保存した下書きの内容で作ります。`}</p>
          )}
          <NoticeOfForm view={data} />
          {data.shown.map((table) => (
            <Facts key={table.title} table={table} />
          ))}
          {data.mayFill ? <WriteForm place={place} view={data} /> : <FilledForm view={data} />}
          <Way view={data} />
          <Approve place={place} view={data} />
          <History view={data} />
          <p className="prose-small mt-8">{`出典 ${data.source}`}</p>
        </>
      )}
    </Shown>
  );
}

function State({ view }: { readonly view: FormView }) {
  return (
    <>
      <p className="flex flex-wrap items-center gap-3">
        <StatusLabel label={formLabels[view.state]} />
        {view.dueOn !== null && <span>{`期限 ${eraDate(view.dueOn)}`}</span>}
        {view.savedAt !== null && view.state === 'draft' && (
          <span className="prose-small">{`${dayAndClock(view.savedAt)} 保存`}</span>
        )}
      </p>
      {view.note !== '' && (
        <div className="mt-4">
          <Banner kind="warning" title="差し戻されています">
            {view.note}
          </Banner>
        </div>
      )}
    </>
  );
}

const FIGURE = /^[-−]?[\d,]+(:\d\d)?$/;

/** A figure never breaks in two, also on a narrow screen. */
const cellClass = (right: boolean, cell: string): string =>
  right ? 'whitespace-nowrap text-right tabular-nums' : FIGURE.test(cell) ? 'whitespace-nowrap tabular-nums' : '';

/** What the records say; figures are aligned to the right. */
function Facts({ table }: { readonly table: FormView['shown'][number] }) {
  if (table.rows.length === 0) return null;
  const right = table.columns.map((_, at) => table.rows.every((row) => row[at] === '' || FIGURE.test(row[at] ?? '')));
  return (
    <Section title={table.title} aside="記録から">
      <DataTable caption={`${table.title}の表`} minWidth={Math.max(20, table.columns.length * 5)}>
        <thead>
          <tr>
            {table.columns.map((column, at) => (
              <th key={column} scope="col" className={right[at] === true ? 'text-right' : ''}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.join('|')}>
              {row.map((cell, at) =>
                at === 0 ? (
                  <th key={table.columns[at]} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={table.columns[at]} className={cellClass(right[at] === true, cell)}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  );
}

/** The posts the form passes, and who has approved. */
function Way({ view }: { readonly view: FormView }) {
  if (view.route.length === 0) return null;
  return (
    <Section title="決裁">
      <ol className="flex flex-col gap-2 py-3">
        {view.route.map((step, at) => (
          <li key={step.label} className="flex flex-wrap gap-x-4 border-b border-solid-gray-200 py-2">
            <span className="w-48 font-700">{step.label}</span>
            <span>{stepWords(step, at === view.awaits?.step)}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** How a post was passed: who approved and when; on paper, as it was told, with who recorded it. */
function stepWords({ by, on, how, recorder, also }: FormView['route'][number], awaited: boolean): string {
  const both = also === '' ? '' : `(${also}を兼ねる)`;
  const day = on === null ? '' : ` ${eraDate(on)}`;
  if (how === 'vacant') return '欠(就いている人がいないため、次へ進みました)';
  if (how === 'paper') return `${by === '' ? '紙で決裁' : `${by}${day} 紙で決裁`}${both}・記録した人 ${recorder}`;
  if (by === '') return awaited ? '承認待ち' : 'これから';
  return `${by}${day}${both}`;
}

type Deed = FormView['history'][number];
const deedWords = { submitted: '提出', stamped: '承認', returned: '差戻し', reopened: '受理の取消し' } as const;

/** 「承認(次長) 西園 修」; of a paper 「紙の決裁の記録(次長 西園 修 令和8年11月4日) 有馬 真理」. */
function deedOf({ deed, how, label, decidedBy, decidedOn, by }: Deed): string {
  if (deed !== 'stamped') return `${deedWords[deed]} ${by}`;
  if (how === 'vacant') return `${label} 欠`;
  if (how === 'own') return `承認(${label}) ${by}`;
  const told = [label, decidedBy, decidedOn === null ? '' : eraDate(decidedOn)].filter(Boolean).join(' ');
  return `紙の決裁の記録(${told}) ${by}`;
}

function History({ view }: { readonly view: FormView }) {
  if (view.history.length === 0) return null;
  return (
    <Section title="経過">
      <ul className="py-2">
        {view.history.map((each) => (
          <li key={`${each.at} ${each.deed} ${each.label}`} className="border-b border-solid-gray-200 py-2">
            {`${dayAndClock(each.at)} ${deedOf(each)}${each.reason === '' ? '' : `: ${each.reason}`}`}
          </li>
        ))}
      </ul>
    </Section>
  );
}
