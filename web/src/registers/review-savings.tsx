import { savingMeasureWords } from '@tokimori/contract/registers/words';
import { Button } from '../components/button.tsx';
import { errorOf } from '../components/error-summary.tsx';
import { SelectField, TextField } from '../components/fields.tsx';
import { measures, newSaving, type SavingDraft } from './review-draft.ts';
import type { FormProps } from './review-form.tsx';

/** Rows of what is done and how many hours a year it saves, planned and as it came out. */
export function SavingRows({ draft, change, errors }: FormProps) {
  const put = (savings: readonly SavingDraft[]) => change({ ...draft, savings });
  const set = (key: string, given: Partial<SavingDraft>) =>
    put(draft.savings.map((saving) => (saving.key === key ? { ...saving, ...given } : saving)));
  return (
    <>
      {draft.savings.map((saving, i) => (
        <fieldset key={saving.key} className="mt-5 border-b border-solid-gray-200 pb-5">
          <legend className="font-700">取組{i + 1}</legend>
          <div className="-mt-4 grid gap-x-6 wide:grid-cols-2">
            <SelectField
              id={`measure-${saving.key}`}
              label="種類"
              required
              value={saving.measure}
              onChange={(measure) => set(saving.key, { measure })}
              options={measures.map((value) => ({ value, name: savingMeasureWords[value] }))}
            />
            <TextField
              id={`what-${saving.key}`}
              label="内容"
              value={saving.what}
              onChange={(what) => set(saving.key, { what })}
              maxLength={200}
            />
            {(['planned', 'actual'] as const).map((side) => (
              <TextField
                key={side}
                id={`${side}-${saving.key}`}
                label={side === 'planned' ? '見込み(時間)' : '実績(時間)'}
                inputMode="text"
                width="w-40"
                value={saving[side]}
                onChange={(value) => set(saving.key, { [side]: value })}
                error={errorOf(errors, `${side}-${saving.key}`)}
                maxLength={12}
              />
            ))}
          </div>
          <p className="mt-3">
            <Button
              kind="text"
              size="small"
              label={`この取組を消す(${i + 1}件目)`}
              onPress={() => put(draft.savings.filter(({ key }) => key !== saving.key))}
            >
              この取組を消す
            </Button>
          </p>
        </fieldset>
      ))}
      {draft.savings.length < 30 && (
        <p className="mt-4">
          <Button size="small" onPress={() => put([...draft.savings, newSaving()])}>
            取組を加える
          </Button>
        </p>
      )}
    </>
  );
}
