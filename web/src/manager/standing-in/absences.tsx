import { type FormEvent, useState } from 'react';
import { newId, useDeed } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { announce } from '../../app/announce.ts';
import { mistakes, wrong } from '../../app/form.ts';
import { calendarOf, useMe } from '../../app/session.ts';
import { Empty, Refusal } from '../../app/states.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { errorOf, type FieldError } from '../../components/error-summary.tsx';
import { DateFields, SelectField, TextArea } from '../../components/fields.tsx';
import { Section } from '../../components/section.tsx';
import { StatusLabel } from '../../components/status-label.tsx';
import { fieldErrorsOf } from '../../wording/problems.ts';
import { boxesOf, readDate } from '../../wording/read.ts';
import { ReasonForm } from '../reason-form.tsx';
import { type MandatesView, periodWords } from './mandate-words.ts';

type Absence = MandatesView['absences'][number];

/** 所属長の不在: while it lasts, a 代決 holds. */
export function Absences({ view }: { readonly view: MandatesView }) {
  const [telling, setTelling] = useState(false);
  const [ending, setEnding] = useState<Absence | null>(null);
  return (
    <Section title={`所属長の不在 ${view.absences.length}件`} aside="不在のあいだ、代決の指名が有効になります">
      {view.absences.length === 0 && <Empty>記録した不在はありません。</Empty>}
      <ul>
        {view.absences.map((absence) => (
          <li
            key={absence.id}
            className="flex flex-col gap-x-5 gap-y-2 border-b border-solid-gray-200 py-3 wide:flex-row wide:items-center"
          >
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-2">
                <strong>
                  {absence.person.departmentName} {absence.person.post} {absence.person.name}
                </strong>
                {absence.state === 'holds' && (
                  <StatusLabel label={{ shape: 'triangle', tone: 'near', word: '今日 不在' }} />
                )}
              </p>
              <p className="prose-small">
                {periodWords(absence)}・{absence.reason}
              </p>
            </div>
            <Button
              size="small"
              onPress={() => setEnding(absence)}
              label={`${absence.person.name}が戻った(不在を終える)`}
            >
              戻った
            </Button>
          </li>
        ))}
      </ul>
      <p className="no-print mt-4">
        <Button onPress={() => setTelling(true)}>不在を記録する</Button>
      </p>
      <Dialog title="所属長の不在を記録する" open={telling} onClose={() => setTelling(false)}>
        <TellAbsence view={view} onDone={() => setTelling(false)} />
      </Dialog>
      <Dialog
        title={ending === null ? '' : `${ending.person.name}の不在を終える`}
        open={ending !== null}
        onClose={() => setEnding(null)}
      >
        {ending !== null && <EndAbsence absence={ending} onDone={() => setEnding(null)} />}
      </Dialog>
    </Section>
  );
}

function TellAbsence({ view, onDone }: { readonly view: MandatesView; readonly onDone: () => void }) {
  const me = useMe();
  const { today } = calendarOf(me);
  const deed = useDeed(routes.recordAbsence);
  const [id] = useState(newId);
  const own = view.heads.some(({ staff }) => staff === me.staff) ? (me.staff ?? '') : '';
  const [staff, setStaff] = useState(own);
  const [from, setFrom] = useState(boxesOf(today));
  const [through, setThrough] = useState(boxesOf(today));
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [first, last] = [readDate(from), readDate(through)];
    const found = mistakes(
      wrong(staff === '', 'staff', '不在になる所属長を選んでください'),
      wrong(first === undefined, 'from', '最初の日は、年・月・日を数字で入力してください'),
      wrong(
        last === undefined || (first !== undefined && last < first),
        'through',
        '最後の日は、最初の日か、それより後の日を入力してください',
      ),
      wrong(reason.trim() === '', 'absence-reason', '理由を入力してください'),
    );
    setErrors(found);
    if (found.length > 0 || first === undefined || last === undefined || deed.isPending) return;
    deed.mutate(
      { body: { id, staff, from: first, through: last, reason: reason.trim() } },
      {
        onSuccess: () => {
          announce('不在を記録しました');
          onDone();
        },
        onError: (error) => setErrors([...fieldErrorsOf(error)]),
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <SelectField
        id="staff"
        label="所属長"
        required
        value={staff}
        onChange={setStaff}
        error={errorOf(errors, 'staff')}
        options={[
          { value: '', name: '選んでください' },
          ...view.heads.map((head) => ({
            value: head.staff,
            name: `${head.departmentName} ${head.post} ${head.name}`,
          })),
        ]}
      />
      <DateFields
        id="from"
        label="最初の日"
        required
        value={from}
        onChange={setFrom}
        today={today}
        error={errorOf(errors, 'from')}
      />
      <DateFields
        id="through"
        label="最後の日"
        required
        value={through}
        onChange={setThrough}
        today={today}
        error={errorOf(errors, 'through')}
      />
      <TextArea
        id="absence-reason"
        label="理由"
        hint="出張、休暇など。本人、上の所属長、人事課だけに見えます。病名などは書かないでください。"
        required
        value={reason}
        onChange={setReason}
        error={errorOf(errors, 'absence-reason')}
        maxLength={400}
      />
      <Refusal error={deed.error} />
      <div className="mt-5">
        <Button kind="solid" type="submit" busy={deed.isPending}>
          不在を記録する
        </Button>
      </div>
    </form>
  );
}

function EndAbsence({ absence, onDone }: { readonly absence: Absence; readonly onDone: () => void }) {
  const deed = useDeed(routes.endAbsence);
  const { today } = calendarOf(useMe());
  const end = (reason: string) =>
    deed.mutate(
      { params: { id: absence.id }, body: { until: today, reason } },
      {
        onSuccess: () => {
          announce('不在を終えました');
          onDone();
        },
      },
    );
  return (
    <>
      <p className="mt-2">今日から、代決の指名は効かなくなります。</p>
      <ReasonForm id="back-reason" label="理由" deedName="不在を終える" deed={deed} onGiven={end} />
    </>
  );
}
