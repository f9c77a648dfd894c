import { CheckField } from '../../components/check-field.tsx';
import { Mistake } from '../../components/field-frame.tsx';
import { TextArea, TextField } from '../../components/fields.tsx';
import type { SpecialDraft } from './draft.ts';
import type { ErrorAt } from './line-fields.tsx';

/** 健康及び福祉を確保するための措置 ①–⑩ (指針第8条, 様式第9号の2). */
const measures = [
  '医師による面接指導',
  '深夜業の回数の制限',
  '終業から始業までの休息時間の確保(勤務間インターバル)',
  '代償休日・特別な休暇の付与',
  '健康診断',
  '連続休暇の取得',
  '心とからだの相談窓口の設置',
  '配置転換',
  '産業医等による助言・指導や保健指導',
  'その他',
] as const;
const marks = '①②③④⑤⑥⑦⑧⑨⑩';

type Props = {
  readonly special: SpecialDraft;
  readonly onChange: (special: SpecialDraft) => void;
  readonly errorAt: ErrorAt;
};
type Words = Exclude<keyof SpecialDraft, 'healthMeasures'>;

/** 特別条項: when, how often and how far beyond the limits, and what is done for health. */
export function SpecialFields({ special, onChange, errorAt }: Props) {
  const set = (part: Partial<SpecialDraft>) => onChange({ ...special, ...part });
  const field = (key: Words, label: string, hint: string) => (
    <TextField
      id={`special.${key}`}
      label={label}
      required
      hint={hint}
      width="w-32"
      value={special[key]}
      onChange={(value) => set({ [key]: value })}
      error={errorAt(`special.${key}`)}
      maxLength={10}
    />
  );
  const area = (key: Words, label: string, hint: string) => (
    <TextArea
      id={`special.${key}`}
      label={label}
      required
      hint={hint}
      rows={2}
      value={special[key]}
      onChange={(value) => set({ [key]: value })}
      error={errorAt(`special.${key}`)}
      maxLength={400}
    />
  );
  const tick = (number: number, checked: boolean) =>
    set({
      healthMeasures: checked
        ? [...special.healthMeasures, number].sort((a, b) => a - b)
        : special.healthMeasures.filter((each) => each !== number),
    });
  const measuresError = errorAt('special.healthMeasures');
  return (
    <>
      {area('reasons', '臨時的に限度時間を超える場合', '具体的に書きます。「業務の都合上必要なとき」は使えません。')}
      {area('procedure', '限度時間を超えるときの手続', '例 労働者代表への事前の通告')}
      <div className="grid gap-x-6 wide:grid-cols-2">
        {field('times', '1年に超える回数', '6回まで')}
        {field('monthlyTotal', '1箇月の時間(休日労働を含む)', '100:00 未満')}
        {field('annual', '1年の時間', '720:00 まで')}
        {field('premiumPercent', '割増賃金の率(%)', '25 を超えるよう努めます')}
      </div>
      <fieldset
        className="mt-6"
        aria-describedby={measuresError === undefined ? undefined : 'special.healthMeasures-error'}
      >
        <legend className="font-700">健康及び福祉を確保するための措置</legend>
        {measures.map((name, at) => (
          <CheckField
            key={name}
            id={at === 0 ? 'special.healthMeasures' : `special.healthMeasures-${at + 1}`}
            checked={special.healthMeasures.includes(at + 1)}
            onChange={(checked) => tick(at + 1, checked)}
          >
            {`${marks[at]} ${name}`}
          </CheckField>
        ))}
        <Mistake id="special.healthMeasures" error={measuresError} />
      </fieldset>
      {special.healthMeasures.includes(10) && area('otherMeasure', '⑩ その他の内容', 'どのような措置か書きます。')}
    </>
  );
}
