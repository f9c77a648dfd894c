import { useNavigate, useParams } from '@tanstack/react-router';
import { eraMonth, shiftMonth } from '@tokimori/wording/format';
import { type FormEvent, useState } from 'react';
import { newId, useDeed, useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { announce } from '../../app/announce.ts';
import { mistakes, wrong } from '../../app/form.ts';
import { paths } from '../../app/paths.ts';
import { useMe } from '../../app/session.ts';
import { Refusal, Shown } from '../../app/states.tsx';
import { Anchor, Button } from '../../components/button.tsx';
import { CheckGroup } from '../../components/check-group.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../components/error-summary.tsx';
import { DateFields, RadioGroup, SelectField, TextArea, TextField } from '../../components/fields.tsx';
import { Crumbs, PageTitle } from '../../components/section.tsx';
import { boxesOf, halfWidth, readDate } from '../../wording/read.ts';
import { useAsked } from './around.tsx';
import type { ReductionRowView, ReductionView, RegisterInput } from './views.ts';
import { kindWords } from './words.ts';

type Kind = ReductionRowView['kind'];
type Plan = RegisterInput['plan'];
type Choices = {
  readonly on: string;
  readonly sections: readonly { section: string; name: string }[];
  readonly causes: readonly string[];
};

/** A new measure, with the 課, cause and records of the analysis from which it comes. */
export function RegisterReductionPage() {
  const { year, section, cause } = useAsked();
  const form = useReading(routes.reductionForm, { query: { year, section, cause } });
  const me = useMe();
  return (
    <Shown query={form} title="縮減の取組を登録する">
      {(choices) => (
        <ReductionForm
          choices={choices}
          start={{
            title: '',
            kind: 'workload',
            what: '',
            owner: me.staff ?? '',
            dueOn: choices.on,
            from: shiftMonth(choices.on.slice(0, 7), 1),
            sections: choices.sections.flatMap((each) => (each.section === section ? [each.section] : [])),
            causes: cause === undefined ? [] : [cause],
            records: [...choices.records],
            expected: null,
          }}
          id={null}
        />
      )}
    </Shown>
  );
}

/** What a measure is, changed. */
export function ChangeReductionPage() {
  const { id = '' }: { id?: string } = useParams({ strict: false });
  const form = useReading(routes.reductionForm, { query: {} });
  const view = useReading(routes.reductionView, { params: { id } });
  return (
    <Shown query={form} title="縮減の取組を変える">
      {(choices) => (
        <Shown query={view}>{(data) => <ReductionForm choices={choices} start={planOf(data)} id={data.id} />}</Shown>
      )}
    </Shown>
  );
}

const planOf = (view: ReductionView): Plan => ({
  title: view.title,
  kind: view.kind,
  what: view.what,
  owner: view.owner,
  dueOn: view.dueOn,
  from: view.from,
  sections: view.sections.map(({ section }) => section),
  causes: [...view.causes],
  records: [...view.records],
  expected: view.expected,
});

/** Whole hours as typed; null when the field is empty, undefined when it is no number. */
export function readHours(text: string): number | null | undefined {
  const plain = halfWidth(text);
  if (plain === '') return null;
  return /^\d{1,5}$/.test(plain) ? Number(plain) * 60 : undefined;
}

type Props = { readonly choices: Choices; readonly start: Plan; readonly id: string | null };

/** The state of the form, and what is wrong with it. */
function usePlan(start: Plan, today: string) {
  const [plan, setPlan] = useState(start);
  const [due, setDue] = useState(boxesOf(start.dueOn));
  const [hours, setHours] = useState(start.expected === null ? '' : String(Math.round(start.expected / 60)));
  const set = (change: Partial<Plan>) => setPlan({ ...plan, ...change });
  const dueOn = readDate(due);
  const expected = readHours(hours);
  const found = mistakes(
    wrong(plan.title.trim() === '', 'title', '取組の名前を入力してください'),
    wrong(plan.what.trim() === '', 'what', '行うことを入力してください'),
    wrong(plan.sections.length === 0, 'sections', '対象の所属を一つ以上選んでください'),
    wrong(plan.owner.trim() === '', 'owner', '担当する人の職員番号を入力してください'),
    wrong(dueOn === undefined, 'due', '期日は、年・月・日を数字で入力してください'),
    // What is late already keeps its day.
    wrong(
      dueOn !== undefined && dueOn < today && dueOn !== start.dueOn,
      'due',
      '期日は、今日か、それより後の日を入力してください',
    ),
    wrong(expected === undefined, 'expected', '減る見込みは、時間を数字で入力してください'),
  );
  const ready: Plan | null =
    dueOn === undefined || expected === undefined || found.length > 0
      ? null
      : { ...plan, title: plan.title.trim(), what: plan.what.trim(), owner: halfWidth(plan.owner), dueOn, expected };
  return { plan, set, due, setDue, hours, setHours, found, ready };
}

function ReductionForm({ choices, start, id }: Props) {
  const navigate = useNavigate();
  const register = useDeed(routes.registerReduction);
  const change = useDeed(routes.changeReduction);
  const [newOne] = useState(newId);
  const form = usePlan(start, choices.on);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const pending = register.isPending || change.isPending;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setErrors(form.found);
    if (form.ready === null || pending) return;
    const onSuccess = (answer: { id: string }) => {
      announce(id === null ? '登録しました' : '変えました');
      void navigate({ to: paths.reduction(answer.id) });
    };
    if (id === null) register.mutate({ body: { id: newOne, plan: form.ready } }, { onSuccess });
    else change.mutate({ params: { id }, body: { plan: form.ready } }, { onSuccess });
  };
  const title = id === null ? '縮減の取組を登録する' : '縮減の取組を変える';
  return (
    <div className="max-w-[50rem]">
      <Crumbs>
        <Anchor to={paths.reductions}>縮減の取組</Anchor> / {title}
      </Crumbs>
      <ErrorSummary errors={errors} />
      <PageTitle>{title}</PageTitle>
      {start.records.length > 0 && <p>{`上限を超えた記録 ${start.records.length}件に答える取組です。`}</p>}
      <form onSubmit={submit} noValidate>
        <What form={form} errors={errors} />
        <ForWhom form={form} choices={choices} errors={errors} />
        <When form={form} on={choices.on} errors={errors} />
        <Refusal error={errors.length > 0 ? null : (register.error ?? change.error)} />
        <div className="mt-6 flex items-center gap-5">
          <Button kind="solid" type="submit" busy={pending}>
            {id === null ? '登録する' : '変える'}
          </Button>
          <Anchor to={id === null ? paths.reductions : paths.reduction(id)}>やめる</Anchor>
        </div>
      </form>
    </div>
  );
}

type Part = { readonly form: ReturnType<typeof usePlan>; readonly errors: readonly FieldError[] };

function What({ form: { plan, set }, errors }: Part) {
  return (
    <>
      <TextField
        id="title"
        label="取組の名前"
        required
        value={plan.title}
        onChange={(title) => set({ title })}
        error={errorOf(errors, 'title')}
        maxLength={60}
      />
      <RadioGroup<Kind>
        id="kind"
        label="種類"
        required
        value={plan.kind}
        onChange={(kind) => set({ kind })}
        options={(Object.keys(kindWords) as Kind[]).map((value) => ({ value, name: kindWords[value] }))}
      />
      <TextArea
        id="what"
        label="行うこと"
        hint="だれが、何を、どう変えるか。"
        required
        value={plan.what}
        onChange={(what) => set({ what })}
        error={errorOf(errors, 'what')}
        maxLength={2000}
      />
    </>
  );
}

function ForWhom({ form: { plan, set }, errors, choices }: Part & { readonly choices: Choices }) {
  const causes = [...new Set([...choices.causes, ...plan.causes])];
  return (
    <>
      <CheckGroup
        columns={2}
        id="sections"
        label="対象の所属"
        hint="効果は、これらの所属の月ごとの合計で測ります。"
        required
        value={plan.sections}
        onChange={(sections) => set({ sections: [...sections] })}
        error={errorOf(errors, 'sections')}
        options={choices.sections.map(({ section, name }) => ({ value: section, name }))}
      />
      <CheckGroup
        columns={2}
        id="causes"
        label="答える要因"
        value={plan.causes}
        onChange={(chosen) => set({ causes: [...chosen] })}
        options={causes.map((cause) => ({ value: cause, name: cause }))}
      />
    </>
  );
}

function When({ form, errors, on }: Part & { readonly on: string }) {
  const { plan, set } = form;
  const running = on.slice(0, 7);
  const months = Array.from({ length: 25 }, (_, at) => shiftMonth(running, at - 12));
  return (
    <>
      <TextField
        id="owner"
        label="担当する人(職員番号)"
        required
        width="w-48"
        inputMode="numeric"
        value={plan.owner}
        onChange={(owner) => set({ owner })}
        error={errorOf(errors, 'owner')}
        maxLength={20}
      />
      <DateFields
        id="due"
        label="期日"
        hint="この日までに行います。過ぎると、一覧に印が付きます。"
        required
        value={form.due}
        onChange={form.setDue}
        today={on}
        error={errorOf(errors, 'due')}
      />
      <SelectField
        id="from"
        label="効果を測り始める月"
        hint="取組の効果が出始める最初の月。この月から後を、前の年の同じ月と比べます。"
        required
        width="w-60"
        value={plan.from}
        onChange={(from) => set({ from })}
        options={(months.includes(plan.from) ? months : [plan.from, ...months]).map((value) => ({
          value,
          name: eraMonth(value),
        }))}
      />
      <TextField
        id="expected"
        label="減る見込み(月・時間)"
        hint="対象の全員を合わせて、ひと月に減る見込みの時間。例 20"
        width="w-32"
        inputMode="numeric"
        value={form.hours}
        onChange={form.setHours}
        error={errorOf(errors, 'expected')}
        maxLength={5}
      />
    </>
  );
}
