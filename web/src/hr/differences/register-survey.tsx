import { type FormEvent, useState } from 'react';
import { newId, useDeed } from '../../api/queries.ts';
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
import { sentenceOf } from '../../wording/steps.ts';
import type { DeclarationsView } from './declarations.tsx';
import type { FindingView } from './findings.tsx';

type Result = 'agrees' | 'corrected' | 'warned';

/** 実態調査の登録: when, which section, what was found, what follows. */
export function RegisterSurvey({
  view,
  about,
  onClose,
}: {
  readonly view: DeclarationsView;
  /** The finding that led to it; null = without one. */
  readonly about: FindingView | null;
  readonly onClose: () => void;
}) {
  const deed = useDeed(routes.registerSurvey);
  const { today } = calendarOf(useMe());
  const [id] = useState(newId);
  const [section, setSection] = useState(about?.section ?? '');
  const [heldOn, setHeldOn] = useState(boxesOf(today));
  const [result, setResult] = useState<Result>('agrees');
  const [found, setFound] = useState('');
  const [follows, setFollows] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const day = readDate(heldOn);
    const wrongs = mistakes(
      wrong(section === '', 'survey-section', '調べた課を選んでください'),
      wrong(day === undefined, 'survey-day', '行った日は、年・月・日を数字で入力してください'),
      wrong(found.trim() === '', 'survey-found', '分かったことを入力してください'),
      wrong(follows.trim() === '', 'survey-follows', 'その後にすることを入力してください(なければ「なし」)'),
    );
    setErrors(wrongs);
    if (wrongs.length > 0 || day === undefined || deed.isPending) return;
    const through = view.check?.through;
    const led =
      about === null || through === undefined
        ? null
        : { through, level: about.level, who: about.who, limit: about.limit };
    deed.mutate(
      { body: { id, section, heldOn: day, about: led, result, found: found.trim(), follows: follows.trim() } },
      {
        onSuccess: () => {
          announce('調査を登録しました');
          onClose();
        },
      },
    );
  };
  return (
    <Dialog title="実態調査を登録する" open onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {about !== null && <p className="mt-3">{sentenceOf(about.step)}</p>}
        <SelectField
          id="survey-section"
          label="調べた課"
          required
          value={section}
          onChange={setSection}
          error={errorOf(errors, 'survey-section')}
          options={[
            { value: '', name: '選んでください' },
            ...view.sections.map((each) => ({ value: each.section, name: each.name })),
          ]}
        />
        <DateFields
          id="survey-day"
          label="行った日"
          required
          value={heldOn}
          onChange={setHeldOn}
          today={today}
          error={errorOf(errors, 'survey-day')}
        />
        <RadioGroup<Result>
          id="survey-result"
          label="結果"
          required
          value={result}
          onChange={setResult}
          options={[
            { value: 'agrees', name: '申告のとおりだった' },
            { value: 'corrected', name: '申告を補正した', about: '日ごとの補正は「差異の状況」から行います。' },
            { value: 'warned', name: '申告の妨げがあり、改めた', about: '上限に合わせるよう求める慣行や指示など。' },
          ]}
        />
        <TextArea
          id="survey-found"
          label="分かったこと"
          hint="調べ方(聞き取り、入退館やPCの記録)もあわせて入力します。"
          required
          value={found}
          onChange={setFound}
          error={errorOf(errors, 'survey-found')}
          maxLength={400}
        />
        <TextArea
          id="survey-follows"
          label="その後にすること"
          required
          value={follows}
          onChange={setFollows}
          error={errorOf(errors, 'survey-follows')}
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
