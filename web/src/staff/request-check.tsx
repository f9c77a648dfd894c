import type { EffectView } from '@tokimori/contract/values';
import { eraDay, hm, span } from '@tokimori/wording/format';
import { calendarOf, useMe } from '../app/session.ts';
import { Refusal } from '../app/states.tsx';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { Facts } from '../components/section.tsx';
import { StepNavigation } from '../components/step-navigation.tsx';
import { categoryWords, remainingWords } from '../wording/words.ts';
import { type Draft, readDraft, requestSteps } from './request-draft.ts';
import { type Preview, RequestEffect } from './request-effect.tsx';

type Props = {
  readonly draft: Draft;
  readonly preview: Preview;
  /** What the form showed; told beside the new figures when they differ. */
  readonly seen: EffectView | undefined;
  readonly department: 'selfDirected' | 'externallyDriven' | null;
  readonly busy: boolean;
  readonly refusal: unknown;
  readonly onChange: (field?: string) => void;
  readonly onSubmit: () => void;
};

/** Check before requesting: every answer with its 「変更する」. */
export function RequestCheck({ draft, preview, seen, department, busy, refusal, onChange, onSubmit }: Props) {
  const thisMonth = calendarOf(useMe()).month;
  const read = readDraft(draft);
  if (read === undefined) return null;
  const change = (field: string, name: string) => (
    <button type="button" className="link min-h-7" onClick={() => onChange(field)} aria-label={`${name}を変更する`}>
      変更する
    </button>
  );
  const length = preview.effect?.added ?? read.until - read.from;
  const rows = [
    { name: '勤務する日', value: eraDay(read.date), action: change('date', '勤務する日') },
    { name: '時間', value: `${span(read.from, read.until)}(${hm(length)})`, action: change('from', '時間') },
    { name: '業務の区分', value: categoryWords[read.category].name, action: change('category', '業務の区分') },
    { name: '業務の内容', value: read.work, action: change('work', '業務の内容') },
    ...(read.why === '' ? [] : [{ name: '理由', value: read.why, action: change('why', '時間内にできない理由') }]),
  ];
  const changed = seen !== undefined && preview.effect !== undefined && seen.before !== preview.effect.before;
  return (
    <>
      <StepNavigation steps={requestSteps} current={1} />
      <h1 className="mt-6 text-[1.5rem] wide:text-[1.75rem]">申請の前に確かめてください</h1>
      <Refusal error={refusal} />
      {changed && (
        <div className="mt-4">
          <Banner kind="warning" title="入力のあいだに、今月の時間が変わりました" role="status">
            {hm(seen.before)} が {hm(preview.effect?.before ?? 0)} になりました。新しい打刻か命令があったためです。
            {preview.effect?.slackAfter === null || preview.effect === undefined
              ? ''
              : `この申請のあとは ${remainingWords(preview.effect.slackAfter)} です。`}
          </Banner>
        </div>
      )}
      <div className="mt-2 grid gap-x-8 wide:grid-cols-[minmax(0,1fr)_25rem]">
        <div>
          <Facts rows={rows} />
          <div className="mt-8 flex items-center gap-5">
            <div className="w-50">
              <Button kind="solid" wide busy={busy} onPress={onSubmit}>
                {busy ? '申請しています' : '申請する'}
              </Button>
            </div>
            <Button kind="text" onPress={() => onChange()}>
              入力に戻る
            </Button>
          </div>
          <p className="prose-small mt-2">申請すると、所属長に届きます。命令が出るまで時間外勤務は始まりません。</p>
        </div>
        <div className="mt-8 wide:mt-3">
          <RequestEffect
            preview={preview}
            department={department}
            month={read.date.slice(0, 7)}
            thisMonth={thisMonth}
          />
        </div>
      </div>
    </>
  );
}
