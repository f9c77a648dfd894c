import type { SheetKey } from '@tokimori/contract/sheets';
import { eraDate, monthName } from '@tokimori/wording/format';
import { paths } from '../../app/paths.ts';
import { Anchor } from '../../components/button.tsx';
import { StatusLabel } from '../../components/status-label.tsx';
import { dueLabels } from '../../wording/words.ts';
import { NoteDue, SettleDue } from '../settle-due.tsx';
import type { DueView } from './views.ts';

/** What is asked at the start of a year is due of its first month. */
const yearBegunIn = (month: string): number => Number(month.slice(0, 4));

/** Pages on which a measure's sheet stands, by the key that the measure names. */
const sheetPages: Readonly<Record<SheetKey, (month: string, department: string) => string>> = {
  'toyohashi-plan': (month, department) => paths.plan(department, month),
  'nanto-progress': (month) => paths.progress(month),
  'ukiha-sheet': (month, department) => paths.sectionSheet(department, month),
  'saga-1': paths.sagaOne,
  'saga-2': paths.sagaTwo,
  'yamagata-review': (month) => paths.reviews(yearBegunIn(month)),
  'kochi-effects': (month) => paths.effects(yearBegunIn(month)),
  'bureaus-monthly': (month) => paths.bureausMonthly(month),
  'yokohama-tkg': () => paths.reductionAppeal,
};

/** The ways on: the form to be written, the page of a sheet that the records fill in, the list of those whom it concerns. */
function WaysOf({ due }: { readonly due: DueView }) {
  const { form, sheet, list, id, month, subject, what } = due;
  const page = sheet === null ? undefined : sheetPages[sheet.key];
  return (
    <>
      {form !== null && (
        <p>
          <Anchor to={paths.form(form.key, month, form.subject)} label={`様式を開く: ${subject} ${what}`}>
            様式を開く
          </Anchor>
        </p>
      )}
      {page !== undefined && (
        <p>
          <Anchor to={page(month, sheet?.department ?? '')} label={`画面を開く: ${subject} ${what}`}>
            画面を開く
          </Anchor>
        </p>
      )}
      {list && (
        <p>
          <Anchor to={paths.dueList(id)} label={`一覧を開く: ${subject} ${what}`}>
            一覧を開く
          </Anchor>
        </p>
      )}
    </>
  );
}

/** One thing that is due: whose, what, because of which figures, by when. */
export function DueItem({ due }: { readonly due: DueView }) {
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
        <WaysOf due={due} />
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
