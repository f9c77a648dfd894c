import type { EffectView } from '@tokimori/contract/values';
import { monthName } from '@tokimori/wording/format';
import { paths } from '../app/paths.ts';
import { EffectPreview } from '../components/effect-preview.tsx';
import { troubleOf } from '../wording/problems.ts';

export type Preview = { readonly effect: EffectView | undefined; readonly error: unknown };
type Props = {
  readonly preview: Preview;
  readonly department: 'selfDirected' | 'externallyDriven' | null;
  readonly month: string;
  readonly thisMonth: string;
};

/** 「今月」, or the month's name when the request is for another one. */
export const monthWordOf = (month: string, thisMonth: string): string =>
  month === thisMonth ? '今月' : monthName(month);

/** The card on the right (below on the phone): what the request would do. Speaks up politely when it changes. */
export function RequestEffect({ preview, department, month, thisMonth }: Props) {
  const { effect, error } = preview;
  const known = effect !== undefined;
  return (
    <section
      id="effect"
      aria-labelledby="effect-title"
      className={`rounded-8 p-5 ${known ? 'border-2 border-blue-900' : 'border border-solid-gray-420'}`}
    >
      <h2 id="effect-title" className="text-[1.25rem]">
        この申請の影響
      </h2>
      {known ? (
        <EffectPreview
          effect={effect}
          department={department}
          whyPath={paths.why('me', month)}
          monthWord={monthWordOf(month, thisMonth)}
        />
      ) : error !== null && error !== undefined ? (
        <>
          <p className="font-700">{troubleOf(error).what}</p>
          <p>{troubleOf(error).whyAndCure}</p>
        </>
      ) : (
        <p>時間が決まると、今月と今年度の残り時間をここに出します。</p>
      )}
      <p aria-live="polite" className="sr-only">
        {known && effect.slackAfter !== null
          ? `この申請で、${effect.slackAfter < 0 ? '上限を超えます' : '上限に収まります'}`
          : ''}
      </p>
    </section>
  );
}
