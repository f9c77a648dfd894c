import { eraDay, hm, span } from '@tokimori/wording/format';
import { type FormEvent, useState } from 'react';
import { newId, useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { mistakes, tooLong, wrong } from '../app/form.ts';
import { paths } from '../app/paths.ts';
import { useMe } from '../app/session.ts';
import { Refusal } from '../app/states.tsx';
import { Banner } from '../components/banner.tsx';
import { Anchor, Button, ButtonLink } from '../components/button.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../components/error-summary.tsx';
import { DateFields, RadioGroup, SelectField, TextArea } from '../components/fields.tsx';
import { HoursField } from '../components/hours-field.tsx';
import { PageTitle } from '../components/section.tsx';
import { boxesOf, readClock, readDate } from '../wording/read.ts';
import { categoryWords, remainingWords } from '../wording/words.ts';
import { isBegun } from './begun.ts';
import { OrderEffect } from './order-effect.tsx';
import { WithSection } from './section-of.tsx';
import type { SectionMonthView } from './views.ts';

/** 申請によらない命令: the head orders somebody of the section, with what is left in sight. */
export function StartOrderPage() {
  return <WithSection title="時間外勤務を命令する">{(view) => <StartOrder view={view} />}</WithSection>;
}

type CategoryKey = keyof typeof categoryWords;

function StartOrder({ view }: { readonly view: SectionMonthView }) {
  const people = view.rows
    .filter((row) => !row.person.managerial)
    .toSorted((a, b) => (b.remaining ?? -1) - (a.remaining ?? -1));
  const deed = useDeed(routes.startOrder);
  const [id] = useState(newId);
  const [staff, setStaff] = useState('');
  const [date, setDate] = useState(boxesOf(view.today));
  const [from, setFrom] = useState('17:15');
  const [until, setUntil] = useState('');
  const [category, setCategory] = useState<CategoryKey>('normal');
  const [work, setWork] = useState('');
  const [note, setNote] = useState('');
  const { now } = useMe();
  const [healthy, setHealthy] = useState(false);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [day, start, end] = [readDate(date), readClock(from), readClock(until)];
    const found = mistakes(
      wrong(staff === '', 'staff', '命令する職員を選んでください'),
      wrong(day === undefined, 'date', '勤務する日は、年・月・日を数字で入力してください'),
      wrong(start === undefined, 'from', '始まりの時刻は 17:15 の形で入力してください'),
      wrong(
        end === undefined || (start !== undefined && end <= start),
        'until',
        '終わりの時刻は、始まりより後の時刻を 19:45 の形で入力してください',
      ),
      wrong(work.trim() === '', 'work', '業務の内容を入力してください'),
      tooLong(work, 200, 'work', '業務の内容'),
      tooLong(note, 400, 'note', '事後の命令になった理由'),
      wrong(
        note.trim() === '' && isBegun(now, day, start),
        'note',
        '始まりの時刻を過ぎています。事前に命令できなかった理由を書いてください',
      ),
    );
    setErrors(found);
    if (found.length > 0 || day === undefined || start === undefined || end === undefined || deed.isPending) return;
    deed.mutate({
      params: { department: view.department },
      body: {
        id,
        staff,
        date: day,
        from: start,
        until: end,
        category,
        work: work.trim(),
        // A reason typed for hours that had begun is none for hours to come.
        note: isBegun(now, day, start) ? note.trim() : '',
        healthConfirmed: healthy,
      },
    });
  };
  if (deed.data !== undefined) {
    const given = deed.data;
    return (
      <div className="mt-6 max-w-[50rem]">
        <Banner
          kind="done"
          title={given.state === 'firstApproved' ? '承認し、部長に回しました' : '命令しました'}
          heading="h1"
          role="status"
        >
          {given.person.name} {eraDay(given.date)} {span(given.from, given.until)}({hm(given.minutes)})・番号{' '}
          {given.number}
        </Banner>
        <p className="mt-5">
          <ButtonLink kind="solid" to={paths.section}>
            課の今月に戻る
          </ButtonLink>
        </p>
      </div>
    );
  }
  const chosen = people.find((row) => row.person.staff === staff);
  const exceptional = category !== 'normal' && category !== 'temporary';
  const [start, end] = [readClock(from), readClock(until)];
  const asked = start === undefined || end === undefined || end <= start ? null : { from: start, until: end };
  return (
    <div className="max-w-[50rem]">
      <ErrorSummary errors={errors} />
      <PageTitle facts={view.name}>時間外勤務を命令する</PageTitle>
      <p>申請がなくても、所属長から命令できます。本人の「今日」と「今月」に出ます。</p>
      <Refusal error={deed.error} />
      <form onSubmit={submit} noValidate>
        <SelectField
          id="staff"
          label="職員"
          hint="今月の残りが多い順です。"
          required
          value={staff}
          onChange={setStaff}
          error={errorOf(errors, 'staff')}
          options={[
            { value: '', name: '選んでください' },
            ...people.map((row) => ({
              value: row.person.staff,
              name: `${row.person.name} ${row.person.post}(今月 ${hm(row.overtime)}・${row.remaining === null ? '判定できない' : remainingWords(row.remaining)})`,
            })),
          ]}
        />
        <DateFields
          id="date"
          label="勤務する日"
          required
          value={date}
          onChange={setDate}
          today={view.today}
          error={errorOf(errors, 'date')}
        />
        <HoursField
          label="時間"
          pastMidnight
          from={{ id: 'from', label: '始まり', value: from, onChange: setFrom }}
          until={{ id: 'until', label: '終わり', value: until, onChange: setUntil }}
          errors={errors}
        />
        <RadioGroup<CategoryKey>
          id="category"
          label="業務の区分"
          required
          value={category}
          onChange={setCategory}
          options={(Object.keys(categoryWords) as CategoryKey[]).map((value) => ({
            value,
            name: categoryWords[value].name,
            about: categoryWords[value].about,
          }))}
        />
        <TextArea
          id="work"
          label="業務の内容"
          required
          value={work}
          onChange={setWork}
          error={errorOf(errors, 'work')}
          maxLength={200}
        />
        {isBegun(now, readDate(date), readClock(from)) && (
          <TextArea
            id="note"
            label="事後の命令になった理由"
            hint="始まりの時刻を過ぎています。事前に命令できなかった理由を書いてください。"
            required
            value={note}
            onChange={setNote}
            error={errorOf(errors, 'note')}
            maxLength={400}
          />
        )}
        {exceptional && (
          <label className="mt-4 flex min-h-11 items-start gap-3">
            <input
              type="checkbox"
              className="mt-1.5 size-6 shrink-0"
              checked={healthy}
              onChange={(event) => setHealthy(event.target.checked)}
            />
            <span>本人の疲労と心身の状態を確かめました(月100時間以上か2–6か月平均80時間超になるときは必須)</span>
          </label>
        )}
        {chosen !== undefined && (
          <OrderEffect
            row={chosen}
            month={view.month}
            asked={readDate(date)?.slice(0, 7) === view.month ? asked : null}
            exceptional={exceptional}
          />
        )}
        <div className="mt-6 flex items-center gap-5">
          <Button kind="solid" type="submit" busy={deed.isPending}>
            命令する
          </Button>
          <Anchor to={paths.section}>やめる</Anchor>
        </div>
      </form>
    </div>
  );
}
