import type { DecisionGround } from '@tokimori/contract/decision-grounds';
import { dayLabel, hm, span } from '@tokimori/wording/format';
import { type FormEvent, useState } from 'react';
import { type Answer, ApiProblem } from '../api/call.ts';
import { useDeed, useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { mistakes, tooLong, wrong } from '../app/form.ts';
import { useMe } from '../app/session.ts';
import { Empty, Refusal, Shown } from '../app/states.tsx';
import { Button } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Dialog } from '../components/dialog.tsx';
import { errorOf, type FieldError } from '../components/error-summary.tsx';
import { SelectField, TextArea } from '../components/fields.tsx';
import { HoursField } from '../components/hours-field.tsx';
import { RowDeed } from '../components/row-deed.tsx';
import { deedsOf } from '../wording/decision-words.ts';
import { hoursLine } from '../wording/overtime-lines.ts';
import { fieldErrorsIn } from '../wording/problems.ts';
import { readClock } from '../wording/read.ts';
import { GroundField } from './ground-field.tsx';

type View = Answer<NonNullable<(typeof routes.confirmedResults)['shape']>>;
type Result = View['results'][number];
type Place = { readonly department: string; readonly month: string };

/** Results that were confirmed: read when somebody opens them, and put right here. */
export function ConfirmedResults(place: Place) {
  const [open, setOpen] = useState(false);
  return (
    <details className="mt-4 border-b border-solid-gray-200" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer py-3 font-700">確認した実績</summary>
      {open && <Results {...place} />}
    </details>
  );
}

function Results({ department, month }: Place) {
  const view = useReading(routes.confirmedResults, { params: { department, month } });
  return <Shown query={view}>{(data) => <ResultList view={data} />}</Shown>;
}

function ResultList({ view }: { readonly view: View }) {
  const [asked, setAsked] = useState<Result | null>(null);
  const [staff, setStaff] = useState('');
  const mayCorrect = useMe().roles.some((role) => role === 'manager' || role === 'deputy');
  if (view.results.length === 0) return <Empty>確認した実績はまだありません。</Empty>;
  const people = new Map(view.results.map(({ person }) => [person.staff, person.name]));
  const shown = view.results.filter(({ person }) => person.staff === staff);
  return (
    <>
      {view.closed && <p className="prose-small">締めた月の実績は、人事課に再開を依頼してから訂正します。</p>}
      <SelectField
        id="confirmed-staff"
        label="職員"
        plain
        width="w-full wide:w-80"
        value={staff}
        onChange={setStaff}
        options={[{ value: '', name: '選んでください' }, ...[...people].map(([value, name]) => ({ value, name }))]}
      />
      {shown.length > 0 && (
        <DataTable caption={`${view.name} 確認した実績`} minWidth={44} stack>
          <thead>
            <tr>
              <th scope="col">日</th>
              <th scope="col">職員</th>
              <th scope="col" className="number">
                実績
              </th>
              <th scope="col">確認</th>
              {mayCorrect && <th scope="col">すること</th>}
            </tr>
          </thead>
          <tbody>
            {shown.map((result) => (
              <ResultRow
                key={result.overtime.id}
                result={result}
                onCorrect={mayCorrect ? () => setAsked(result) : null}
              />
            ))}
          </tbody>
        </DataTable>
      )}
      <Dialog
        title={asked === null ? '' : `実績を訂正する ${asked.person.name}`}
        open={asked !== null}
        onClose={() => setAsked(null)}
      >
        {asked !== null && <CorrectResult result={asked} onDone={() => setAsked(null)} />}
      </Dialog>
    </>
  );
}

function ResultRow({ result, onCorrect }: { readonly result: Result; readonly onCorrect: (() => void) | null }) {
  const { overtime, person } = result;
  return (
    <tr>
      <td className="whitespace-nowrap">{dayLabel(overtime.date)}</td>
      <th scope="row">{person.name}</th>
      <td data-label="実績" className="number">
        {hoursLine(overtime)}
      </td>
      <td data-label="確認" className="prose-small">
        {`${deedsOf(overtime).at(-1) ?? ''}${overtime.note === '' ? '' : `・${overtime.note}`}`}
      </td>
      {onCorrect !== null && (
        <td>
          <RowDeed label={`${person.name} ${dayLabel(overtime.date)} の実績を訂正する`} onPress={onCorrect}>
            訂正する
          </RowDeed>
        </td>
      )}
    </tr>
  );
}

/** The refusal of hours taken away from the person without a ground. */
const CUT = 'overtime.confirm.cut-reason-missing';

function CorrectResult({ result, onDone }: { readonly result: Result; readonly onDone: () => void }) {
  const { overtime } = result;
  const deed = useDeed(routes.correctOvertime);
  const [from, setFrom] = useState(overtime.from === null ? '' : hm(overtime.from));
  const [until, setUntil] = useState(overtime.until === null ? '' : hm(overtime.until));
  const [note, setNote] = useState('');
  const [ground, setGround] = useState<DecisionGround | ''>('');
  const [cuts, setCuts] = useState(false);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  // Of other hours it is not known yet whether any go in which the person was present.
  const retime = (set: (value: string) => void) => (value: string) => {
    set(value);
    setCuts(false);
    setGround('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [start, end] = [readClock(from), readClock(until)];
    const found = mistakes(
      wrong(
        start === undefined || end === undefined || end <= start,
        'correct-from',
        '始まりと終わりの時刻を、17:15 と 19:45 の形で入力してください',
      ),
      wrong(note.trim() === '', 'correct-note', '訂正の理由を入力してください'),
      tooLong(note, 400, 'correct-note', '訂正の理由'),
      wrong(cuts && ground === '', 'correct-ground', '認めない理由を選んでください'),
    );
    setErrors(found);
    if (found.length > 0 || start === undefined || end === undefined || deed.isPending) return;
    deed.mutate(
      {
        params: { id: overtime.id },
        body: { from: start, until: end, note: note.trim(), ...(ground === '' ? {} : { ground }) },
      },
      {
        onError: (error) => {
          setErrors(fieldErrorsIn('correct', error));
          if (error instanceof ApiProblem && error.problem.code === CUT) setCuts(true);
        },
        onSuccess: () => {
          announce('実績を訂正しました');
          onDone();
        },
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <p className="mt-2">
        {dayLabel(overtime.date)} に確認した実績 {span(overtime.from, overtime.until)}({hm(overtime.minutes)}
        )を訂正します。前の時間と理由は記録に残り、訂正したことは本人に伝わります。
      </p>
      <HoursField
        label="実際に働いた時間"
        pastMidnight
        from={{ id: 'correct-from', label: '始まり', value: from, onChange: retime(setFrom) }}
        until={{ id: 'correct-until', label: '終わり', value: until, onChange: retime(setUntil) }}
        errors={errors}
      />
      {cuts && (
        <GroundField
          id="correct-ground"
          value={ground}
          onChange={setGround}
          worked
          error={errorOf(errors, 'correct-ground')}
        />
      )}
      <TextArea
        id="correct-note"
        label="訂正の理由"
        required
        value={note}
        onChange={setNote}
        error={errorOf(errors, 'correct-note')}
        maxLength={400}
      />
      <Refusal error={deed.error} />
      <div className="mt-5">
        <Button kind="solid" type="submit" busy={deed.isPending}>
          実績を訂正する
        </Button>
      </div>
    </form>
  );
}
