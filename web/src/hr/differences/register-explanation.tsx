import { count } from '@tokimori/wording/format';
import { type FormEvent, useState } from 'react';
import { newId, useDeed, useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { announce } from '../../app/announce.ts';
import { mistakes, wrong } from '../../app/form.ts';
import { calendarOf, useMe } from '../../app/session.ts';
import { Refusal } from '../../app/states.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { errorOf, type FieldError } from '../../components/error-summary.tsx';
import { DateFields, RadioGroup, SelectField, TextArea } from '../../components/fields.tsx';
import { boxesOf, readDate } from '../../wording/read.ts';
import type { DeclarationsView } from './declarations.tsx';

type Audience = 'staff' | 'timeKeepers';

/** 説明の登録: when, to whom, with which material; who was not there is marked. */
export function RegisterExplanation({
  view,
  onClose,
}: {
  readonly view: DeclarationsView;
  readonly onClose: () => void;
}) {
  const deed = useDeed(routes.registerExplanation);
  const { today } = calendarOf(useMe());
  const [id] = useState(newId);
  const [audience, setAudience] = useState<Audience>('staff');
  const [section, setSection] = useState('');
  const [heldOn, setHeldOn] = useState(boxesOf(today));
  const [absent, setAbsent] = useState<readonly string[]>([]);
  const [material, setMaterial] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const day = readDate(heldOn);
    const wrongs = mistakes(
      wrong(day === undefined, 'explanation-day', '行った日は、年・月・日を数字で入力してください'),
      wrong(material.trim() === '', 'explanation-material', '使った資料を入力してください'),
    );
    setErrors(wrongs);
    if (wrongs.length > 0 || day === undefined || deed.isPending) return;
    deed.mutate(
      { body: { id, heldOn: day, audience, section, absent: [...absent], material: material.trim() } },
      {
        onSuccess: ({ people }) => {
          announce(`${count(people)}人への説明を登録しました`);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog title="説明を登録する" open onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <RadioGroup<Audience>
          id="explanation-audience"
          label="相手"
          required
          value={audience}
          onChange={(next) => {
            setAudience(next);
            setAbsent([]);
          }}
          options={[
            { value: 'staff', name: '申告する職員', about: '実態のとおり申告することなど。' },
            { value: 'timeKeepers', name: '管理監督職員', about: '自己申告の扱いと、とるべき措置など。' },
          ]}
        />
        <SelectField
          id="explanation-section"
          label="課"
          required
          value={section}
          onChange={(next) => {
            setSection(next);
            setAbsent([]);
          }}
          options={[
            { value: '', name: '全庁' },
            ...view.sections.map((each) => ({ value: each.section, name: each.name })),
          ]}
        />
        {section !== '' && <Absent audience={audience} section={section} absent={absent} onChange={setAbsent} />}
        <DateFields
          id="explanation-day"
          label="行った日"
          required
          value={heldOn}
          onChange={setHeldOn}
          today={today}
          error={errorOf(errors, 'explanation-day')}
        />
        <TextArea
          id="explanation-material"
          label="資料"
          hint="例 勤務時間の適正な把握の手引(2026年4月版)"
          required
          value={material}
          onChange={setMaterial}
          error={errorOf(errors, 'explanation-material')}
          maxLength={400}
        />
        <Refusal error={deed.error} />
        <div className="mt-5">
          <Button kind="solid" type="submit" busy={deed.isPending}>
            登録する
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Those who were not there, of the people of a section. */
function Absent({
  audience,
  section,
  absent,
  onChange,
}: {
  readonly audience: Audience;
  readonly section: string;
  readonly absent: readonly string[];
  readonly onChange: (absent: readonly string[]) => void;
}) {
  const { data } = useReading(routes.explanationPeople, { query: { audience, section } });
  if (data === undefined || data.people.length === 0) return null;
  return (
    <fieldset className="mt-6">
      <legend className="font-700">欠席した人</legend>
      <p className="prose-small">{count(data.people.length)}人のうち、説明を受けていない人を選びます。</p>
      <div className="max-h-60 overflow-y-auto">
        {data.people.map(({ staff, name, post }) => (
          <label key={staff} className="flex min-h-11 cursor-pointer items-center gap-3">
            <input
              type="checkbox"
              className="size-6 accent-blue-900"
              checked={absent.includes(staff)}
              onChange={(event) =>
                onChange(event.target.checked ? [...absent, staff] : absent.filter((each) => each !== staff))
              }
            />
            {name} {post}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
