import { hm } from '@tokimori/wording/format';
import { paths } from '../app/paths.ts';
import { Anchor } from '../components/button.tsx';
import { LimitBar } from '../components/limit-bar.tsx';
import { RemainingFigure } from '../components/remaining-figure.tsx';
import { StateLabel } from '../components/status-label.tsx';
import type { SectionRowView } from './views.ts';

type Props = {
  readonly row: SectionRowView;
  readonly month: string;
  /** Minutes of the duty date; null while the hours cannot be read or lie in another month. */
  readonly asked: { readonly from: number; readonly until: number } | null;
  readonly exceptional: boolean;
};

/** What an order would do to the month of the person chosen. The server judges again when it is given. */
export function OrderEffect({ row, month, asked, exceptional }: Props) {
  const { person, monthBound } = row;
  const added = asked === null ? 0 : asked.until - asked.from;
  const left = monthBound === null ? null : monthBound - row.overtime - row.orderedAhead - added;
  const over = left !== null && left < 0;
  const latest = asked === null || left === null ? null : asked.until + left;
  return (
    <section className="card mt-6" aria-label="命令したあとの残り時間" aria-live="polite">
      <h2 className="flex flex-wrap items-center gap-2 text-[1.0625rem]">
        {person.name}の今月
        {over && asked !== null ? <StateLabel state="over" word="上限を超える" /> : <StateLabel state={row.state} />}
      </h2>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span>
          {asked === null ? (
            <>いま {hm(row.overtime)}</>
          ) : (
            <>
              いま {hm(row.overtime)} + この命令 {hm(added)} = <strong>{hm(row.overtime + added)}</strong>
            </>
          )}
          {row.orderedAhead > 0 && <>(ほかに命令済み {hm(row.orderedAhead)})</>}
        </span>
        <RemainingFigure minutes={left} size="medium" />
      </p>
      {monthBound !== null && (
        <LimitBar
          name={`${person.name}の今月`}
          worked={row.overtime}
          exceptional={row.exceptional}
          ordered={row.orderedAhead}
          requested={added}
          limit={monthBound}
          {...(asked === null ? {} : { reading: <span>命令後 {hm(row.overtime + row.orderedAhead + added)}</span> })}
        />
      )}
      {over && asked !== null && !exceptional && (
        <p className="font-700">
          {latest !== null && latest > asked.from
            ? `通常の業務として命令できるのは ${hm(latest)} までです。`
            : '通常の業務としては命令できません。'}
          短くするか、ほかの職員に命令するか、特例業務に当たるか確かめてください。
        </p>
      )}
      <p className="mt-1">
        <Anchor to={paths.why(person.staff, month)}>残り時間の計算と根拠を見る</Anchor>
      </p>
    </section>
  );
}
