import type { FormSettings } from '@tokimori/contract/form-settings';
import { type FormEvent, useState } from 'react';
import { newId, useDeed } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { announce } from '../../app/announce.ts';
import { mistakes, wrong } from '../../app/form.ts';
import { Refusal } from '../../app/states.tsx';
import { Button } from '../../components/button.tsx';
import { CheckField } from '../../components/check-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { errorOf, type FieldError } from '../../components/error-summary.tsx';
import { DateFields, RadioGroup, SelectField, TextField } from '../../components/fields.tsx';
import { fieldErrorsIn } from '../../wording/problems.ts';
import { boxesOf, isBlankDate, noDate, readDate } from '../../wording/read.ts';

type Kind = FormSettings['offices'][number]['holdings'][number]['kind'];
const kinds: readonly { value: Kind; name: string; about: string }[] = [
  { value: 'staff', name: '職員', about: '職員番号で決めます。' },
  { value: 'post', name: '職名', about: '部署の職名で決めます。人事異動のたびに直す必要がありません。' },
  { value: 'account', name: 'アカウント', about: '職員番号のない人(副市長など)を、ログインの名前で決めます。' },
  { value: 'vacant', name: '欠員', about: '就いている人がいない役職、置いていない役職です。' },
];

type Office = FormSettings['offices'][number];
type Props = { readonly office: Office; readonly view: FormSettings };

/** Names who holds an office from a day on. */
export function GiveOffice({ office, view }: Props) {
  const [open, setOpen] = useState(false);
  const title = `${office.office}を割り当てる`;
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)} label={title}>
        割り当てる
      </Button>
      <Dialog title={title} open={open} onClose={() => setOpen(false)}>
        <OfficeForm office={office} view={view} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

/** The form as typed, with what is wrong in it. */
function useOffice({ office, view }: Props) {
  const withPosts = view.departments.filter(({ posts }) => posts.length > 0);
  const [id] = useState(newId);
  const [kind, setKind] = useState<Kind>('staff');
  const [staff, setStaff] = useState('');
  const [account, setAccount] = useState(view.accounts[0]?.login ?? '');
  const [department, setDepartment] = useState(withPosts[0]?.department ?? '');
  const posts = withPosts.find((each) => each.department === department)?.posts ?? [];
  const [chosenPost, setPost] = useState('');
  const post = posts.includes(chosenPost) ? chosenPost : (posts[0] ?? '');
  const [from, setFrom] = useState(() => boxesOf(view.on));
  const [through, setThrough] = useState(noDate);
  const [handOver, setHandOver] = useState(true);
  const [reason, setReason] = useState('');
  const holder = { staff: staff.trim(), account, post, vacant: '' }[kind];
  const [first, last] = [readDate(from), isBlankDate(through) ? null : readDate(through)];
  const check = () =>
    mistakes(
      wrong(kind !== 'vacant' && holder === '', 'office-holder', holderMissing[kind]),
      wrong(first === undefined, 'office-from', '暦にある日を入力してください'),
      wrong(last === undefined, 'office-through', '暦にある日を入力するか、空のままにしてください'),
      wrong(
        first !== undefined && last !== undefined && last !== null && last < first,
        'office-through',
        '始まりの日か、それより後の日を入力してください',
      ),
    );
  const whose = { kind, holder, department: kind === 'post' ? department : '' };
  const body =
    first === undefined || last === undefined
      ? null
      : { id, office: office.office, ...whose, from: first, through: last, reason: reason.trim(), handOver };
  const values = { kind, staff, account, department, post, posts, withPosts, from, through, handOver, reason, body };
  const setters = {
    setKind,
    setStaff,
    setAccount,
    setDepartment,
    setPost,
    setFrom,
    setThrough,
    setHandOver,
    setReason,
  };
  return { ...values, ...setters, check };
}

const holderMissing: Readonly<Record<Kind, string>> = {
  staff: '職員番号を入力してください',
  post: 'その部署の職名を選んでください',
  account: 'アカウントを選んでください',
  vacant: '',
};

function OfficeForm(props: Props & { readonly onDone: () => void }) {
  const { office, view, onDone } = props;
  const form = useOffice({ office, view });
  const deed = useDeed(routes.giveFormOffice);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = form.check();
    setErrors(found);
    if (found.length > 0 || form.body === null || deed.isPending) return;
    deed.mutate(
      { body: form.body },
      {
        onSuccess: () => {
          announce(`${office.office}を割り当てました`);
          onDone();
        },
        onError: (error) => setErrors(fieldErrorsIn('office', error)),
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <RadioGroup
        id="office-kind"
        label="決め方"
        required
        value={form.kind}
        onChange={form.setKind}
        options={view.accounts.length === 0 ? kinds.filter(({ value }) => value !== 'account') : kinds}
      />
      <Holder view={view} form={form} error={errorOf(errors, 'office-holder')} />
      <Period office={office} view={view} form={form} errors={errors} />
      <TextField
        id="office-reason"
        label="理由"
        hint="例 人事異動、兼務"
        value={form.reason}
        onChange={form.setReason}
        maxLength={200}
      />
      <Refusal error={deed.error} />
      <div className="mt-5">
        <Button kind="solid" type="submit" busy={deed.isPending}>
          決める
        </Button>
      </div>
    </form>
  );
}

type Form = ReturnType<typeof useOffice>;

/** Whoever holds it, by the kind that was chosen. */
function Holder({
  view,
  form,
  error,
}: {
  readonly view: FormSettings;
  readonly form: Form;
  readonly error: string | undefined;
}) {
  if (form.kind === 'vacant') return null;
  if (form.kind === 'staff')
    return (
      <TextField
        id="office-holder"
        label="職員番号"
        required
        width="w-60"
        value={form.staff}
        onChange={form.setStaff}
        error={error}
        maxLength={40}
      />
    );
  if (form.kind === 'account')
    return (
      <SelectField
        id="office-holder"
        label="アカウント"
        required
        value={form.account}
        onChange={form.setAccount}
        error={error}
        options={view.accounts.map(({ login, name }) => ({ value: login, name: `${name}(${login})` }))}
      />
    );
  return (
    <>
      <SelectField
        id="office-department"
        label="部署"
        required
        value={form.department}
        onChange={form.setDepartment}
        options={form.withPosts.map(({ department: value, name }) => ({ value, name }))}
      />
      <SelectField
        id="office-holder"
        label="職名"
        required
        value={form.post}
        onChange={form.setPost}
        error={error}
        options={form.posts.map((value) => ({ value, name: value }))}
      />
    </>
  );
}

type PeriodProps = Props & { readonly form: Form; readonly errors: readonly FieldError[] };

/** From when until when, and what becomes of whoever holds it then. */
function Period({ office, view, form, errors }: PeriodProps) {
  return (
    <>
      <DateFields
        id="office-from"
        label="いつから"
        required
        value={form.from}
        onChange={form.setFrom}
        today={view.on}
        error={errorOf(errors, 'office-from')}
      />
      <DateFields
        id="office-through"
        label="いつまで"
        hint="続くときは空のままにします。"
        value={form.through}
        onChange={form.setThrough}
        error={errorOf(errors, 'office-through') ?? errorOf(errors, 'office-until')}
      />
      {office.holdings.length > 0 && (
        <CheckField id="office-hand-over" checked={form.handOver} onChange={form.setHandOver}>
          いまの割り当ては、その前の日までにする(引き継ぐ)
        </CheckField>
      )}
    </>
  );
}
