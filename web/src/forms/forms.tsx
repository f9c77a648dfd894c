import { useNavigate, useSearch } from '@tanstack/react-router';
import type { FormLine } from '@tokimori/contract/forms';
import { count, eraDate, eraMonth } from '@tokimori/wording/format';
import { type Answer, addressOf } from '../api/call.ts';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { Empty, Shown } from '../app/states.tsx';
import { Anchor, ButtonLink } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { SelectField } from '../components/fields.tsx';
import { PageTitle, Section } from '../components/section.tsx';
import { StatusLabel } from '../components/status-label.tsx';
import { formLabels } from '../wording/words.ts';
import { OpenByHand } from './open-by-hand.tsx';
import { PrintAll } from './print-all.tsx';

export type FormsView = Answer<NonNullable<(typeof routes.formsView)['shape']>>;

/** 様式: what is to be written this month, what waits for whom, and the forms of past months. */
export function FormsPage() {
  const { month, form, page }: { month?: string; form?: string; page?: number } = useSearch({ strict: false });
  const go = useNavigate();
  const query = {
    ...(month === undefined ? {} : { month }),
    ...(form === undefined ? {} : { form }),
    ...(page === undefined ? {} : { page }),
  };
  const view = useReading(routes.formsView, { query }, { keep: true });
  return (
    <Shown query={view} title="様式">
      {(data) => (
        <>
          <PageTitle facts={`${eraDate(data.on)} 現在`}>様式</PageTitle>
          <p>
            縮減の対策で出すことになった様式です。時間数などは記録から入っています。人が判断することだけを書きます。
          </p>
          <p className="mt-2">
            <a className="link" href={addressOf(routes.orderGuidePaper.path)} download>
              時間外勤務命令の出し方・受け方(PDF)
            </a>
          </p>
          {data.maySettle && (
            <p className="mt-2">
              <Anchor to={paths.formSettings}>使う様式と決裁の役職を決める(様式の設定)</Anchor>
            </p>
          )}
          <div className="flex flex-wrap gap-x-6">
            <SelectField
              id="month"
              label="対象の月"
              plain
              width="w-60"
              value={data.month}
              onChange={(value) => void go({ to: paths.formsOf(value, form) })}
              options={data.months.map((value) => ({ value, name: eraMonth(value) }))}
            />
            <SelectField
              id="form"
              label="様式"
              plain
              width="w-full wide:w-100"
              value={form ?? ''}
              onChange={(value) => void go({ to: paths.formsOf(data.month, value === '' ? undefined : value) })}
              options={[{ value: '', name: 'すべて' }, ...kindsOf(data, form).map(kindOption)]}
            />
          </div>
          <Lines view={data} form={form} />
          {data.mayPrintAll && form !== undefined && <PrintAll form={form} month={data.month} />}
          {data.mayOpen && <OpenByHand kinds={data.kinds} departments={data.departments} month={data.month} />}
        </>
      )}
    </Shown>
  );
}

/** The forms that the municipality uses, those of which there are sheets, and the one that is asked for; all where none is in use. */
function kindsOf({ kinds }: FormsView, form: string | undefined): FormsView['kinds'] {
  const shown = kinds.filter(({ used, key, count: total }) => used || total > 0 || key === form);
  return shown.some(({ used }) => used) ? shown : kinds;
}

const kindOption = ({ key, title, municipality, count: total, accepted }: FormsView['kinds'][number]) => ({
  value: key,
  name: `${title}(${municipality})${total === 0 ? '' : ` ${count(accepted)}/${count(total)}件受理`}`,
});

function Lines({ view, form }: { readonly view: FormsView; readonly form: string | undefined }) {
  const mine = view.lines.filter((line) => line.mine);
  const others = view.lines.filter((line) => !line.mine);
  return (
    <>
      <Section title="あなたの番" aside={`${mine.length}件`}>
        {mine.length === 0 ? (
          <Empty>書く様式、承認する様式はありません。</Empty>
        ) : (
          <Table lines={mine} caption="あなたの番の様式" />
        )}
      </Section>
      {others.length > 0 && (
        <Section title="ほかの人の番・済んだもの" aside={`${others.length}件`}>
          <Table lines={others} caption="ほかの人の番の様式と済んだ様式" />
        </Section>
      )}
      <Pages view={view} form={form} />
    </>
  );
}

/** Lines of one page. */
const SIZE = 200;

/** Which part of a long list is shown, with the ones before and after. */
function Pages({ view, form }: { readonly view: FormsView; readonly form: string | undefined }) {
  const { page, total, more, month } = view;
  if (page === 1 && !more) return null;
  const first = (page - 1) * SIZE + 1;
  return (
    <nav aria-label="様式の一覧のページ" className="no-print mt-5 flex flex-wrap items-center gap-3">
      <span>{`${count(total)}件のうち ${count(first)}〜${count(Math.min(total, page * SIZE))}件`}</span>
      {page > 1 && (
        <ButtonLink size="small" to={paths.formsOf(month, form, page - 1)}>
          {`前の${SIZE}件`}
        </ButtonLink>
      )}
      {more && (
        <ButtonLink size="small" to={paths.formsOf(month, form, page + 1)}>
          {`次の${SIZE}件`}
        </ButtonLink>
      )}
    </nav>
  );
}

function Table({ lines, caption }: { readonly lines: readonly FormLine[]; readonly caption: string }) {
  return (
    <DataTable caption={caption} stack>
      <thead>
        <tr>
          <th scope="col">対象</th>
          <th scope="col">様式</th>
          <th scope="col">状態</th>
          <th scope="col">期限</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.form} ${line.subject}`}>
            <th scope="row">
              <Anchor to={paths.form(line.form, line.month, line.subject)} label={`${line.subjectName} ${line.title}`}>
                {line.subjectName}
              </Anchor>
              {line.section !== '' && line.section !== line.subjectName && (
                <span className="prose-small block">{line.section}</span>
              )}
            </th>
            <td data-label="様式">{line.title}</td>
            <td data-label="状態">
              <StatusLabel label={line.late ? formLabels.late : formLabels[line.state]} />
              {line.awaits !== '' && <span className="prose-small ml-2">{line.awaits}</span>}
            </td>
            <td data-label="期限">{line.dueOn === null ? '' : eraDate(line.dueOn)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
