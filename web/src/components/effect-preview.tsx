import type { EffectView } from '@tokimori/contract/values';
import { dayOnly, hm } from '@tokimori/wording/format';
import { limitNames } from '@tokimori/wording/limit-names';
import { capPerMonth, departmentWords } from '../wording/words.ts';
import { Anchor } from './button.tsx';
import { LimitBar } from './limit-bar.tsx';
import { RemainingFigure } from './remaining-figure.tsx';
import { StateLabel } from './status-label.tsx';

type PreviewProps = {
  readonly effect: EffectView;
  readonly department: 'selfDirected' | 'externallyDriven' | null;
  /** Where 「計算と根拠を見る」 leads. */
  readonly whyPath: string;
  /** This month of the request: 今月, or its name when it is another month. */
  readonly monthWord?: string;
};

/** Name and number of the limit that the effect meets first: 「月 45:00」. */
export function boundTitle(effect: EffectView): string {
  if (effect.binding === null || effect.bound === null) return '';
  if (effect.binding === 'monthly') return `月 ${hm(effect.bound)}`;
  if (effect.binding === 'annual' && effect.annualCap !== null) return `年 ${hm(effect.annualCap)}`;
  return `${limitNames[effect.binding]}(今月は ${hm(capPerMonth('monthly', effect.bound))} まで)`;
}

function Rest({ effect }: { readonly effect: EffectView }) {
  if (effect.restMinutes === null || effect.nextStart === null) return null;
  const short = effect.restMinutes < effect.restTarget;
  return (
    <li>
      次の勤務({dayOnly(effect.nextStart.date)} {hm(effect.nextStart.minute)})まで {hm(effect.restMinutes)}{' '}
      {short ? 'です。' : 'あります。'}
      {short && <strong>市の目安 {hm(effect.restTarget)} より短くなります。</strong>}
    </li>
  );
}

/** What an order would do to month and year. The server judges; this only shows what it said. */
export function EffectPreview({ effect, department, whyPath, monthWord = '今月' }: PreviewProps) {
  const over = effect.slackAfter !== null && effect.slackAfter < 0;
  const row = 'flex items-baseline justify-between gap-3';
  return (
    <>
      <dl>
        <div className={row}>
          <dt>いままでの{monthWord}</dt>
          <dd>{hm(effect.before)}</dd>
        </div>
        <div className={row}>
          <dt>この申請</dt>
          <dd>+ {hm(effect.added)}</dd>
        </div>
        <div className={`${row} border-t-2 border-black pt-1 font-700`}>
          <dt>この申請で{monthWord}は</dt>
          <dd className="text-[1.5rem] leading-140">{hm(effect.after)}</dd>
        </div>
      </dl>
      {effect.binding !== null && (
        <div className="mt-2 flex flex-wrap items-center gap-x-3">
          <RemainingFigure minutes={effect.slackAfter} />
          {over ? (
            <StateLabel
              state={effect.state === 'overExceptional' ? 'overExceptional' : 'over'}
              {...(effect.state === 'overExceptional' ? {} : { word: '上限を超える' })}
            />
          ) : (
            <StateLabel state={effect.state} />
          )}
        </div>
      )}
      {effect.bound !== null && (
        <LimitBar
          name={`${monthWord}の上限`}
          worked={effect.before}
          requested={effect.added}
          limit={effect.bound}
          limitLabel={`${effect.binding === 'monthly' ? '上限' : `${monthWord}は`} ${hm(effect.bound)}`}
          reading={<span className="font-700">申請後 {hm(effect.after)}</span>}
        />
      )}
      <ul className="mt-2 list-disc space-y-1 pl-5 text-[0.9375rem] leading-160">
        {effect.binding !== null && (
          <li>
            先に届く上限は{boundTitle(effect)}
            {department === null ? '' : `(${departmentWords[department]})`}です。
          </li>
        )}
        {effect.annualCap !== null && (
          <li>
            今年度は {hm(effect.annualAfter)} になり、上限 {hm(effect.annualCap)}{' '}
            {effect.annualAfter > effect.annualCap
              ? `を ${hm(effect.annualAfter - effect.annualCap)} 超えます。`
              : `まで あと ${hm(effect.annualCap - effect.annualAfter)} です。`}
          </li>
        )}
        <Rest effect={effect} />
        {effect.overlaps && (
          <li className="font-700">
            この時間の一部は、ほかの申請か命令と重なっています。重ならない時間に直してください。
          </li>
        )}
      </ul>
      {over && <OverAdvice effect={effect} />}
      <p className="mt-2">
        <Anchor to={whyPath}>計算と根拠を見る</Anchor>
      </p>
    </>
  );
}

/** Over the limit is not an error: it may be requested, and what was worked is always recorded. */
function OverAdvice({ effect }: { readonly effect: EffectView }) {
  const still = effect.slackAfter === null ? 0 : effect.added + effect.slackAfter;
  return (
    <div className="mt-4 border-t-2 border-red-900 pt-3 text-[0.9375rem] leading-160">
      <h3 className="text-[1rem]">このまま申請できます</h3>
      <p>
        {still > 0
          ? `ただし、通常の業務としては ${hm(still)}${effect.latestUntil === null ? '' : `(${hm(effect.latestUntil)} まで)`}しか命令できません。`
          : 'ただし、すでに上限に届いているため、通常の業務としては命令できません。'}
        所属長は次のどれかを決めます。
      </p>
      <ul className="list-disc pl-5">
        <li>時間を短くする、日を分ける</li>
        <li>ほかの人が替わる、応援を頼む</li>
        <li>特例業務に当たるか確かめる</li>
      </ul>
      <p className="mt-1">実際に働いた時間は、上限を超えていても必ず記録されます。</p>
    </div>
  );
}

/** One line for the phone, under the time: 「この申請で今月は 43:10。あと 1:50」. */
export function EffectLine({
  effect,
  target,
  monthWord = '今月',
}: {
  readonly effect: EffectView;
  readonly target: string;
  readonly monthWord?: string;
}) {
  return (
    <p className="mt-3 border-l-[6px] border-blue-900 py-1 pl-3 font-700 wide:hidden">
      この申請で{monthWord}は {hm(effect.after)}。
      {effect.slackAfter === null
        ? ''
        : effect.slackAfter < 0
          ? `${hm(-effect.slackAfter)} 超過`
          : `あと ${hm(effect.slackAfter)}`}{' '}
      <a href={`#${target}`} className="link font-400">
        影響を見る
      </a>
    </p>
  );
}
