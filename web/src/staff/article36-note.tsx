import type { Article36View } from '@tokimori/contract/values';
import { eraDate, hm } from '@tokimori/wording/format';
import { CitationNote } from '../components/reason-steps.tsx';

/** Which 36協定 the limits of a month rest on, or that there is none. */
export function Article36Note({ article36 }: { readonly article36: Article36View }) {
  const { agreement, workplace, appdxTable1, uncovered, disaster } = article36;
  const kind = appdxTable1 === null ? '企業職員・単純労務職員' : `労働基準法別表第1 ${appdxTable1}号の事業場`;
  return (
    <div className="mt-2">
      <p>
        {workplace}({kind})の職員なので、
        {agreement === null ? (
          <strong>36協定が要りますが、効力のある協定がありません。時間外勤務を命じられません。</strong>
        ) : (
          <>
            <strong>36協定</strong>({eraDate(agreement.from)}から
            {agreement.through === null ? '' : `${eraDate(agreement.through)}まで`})の上限が適用されます。
          </>
        )}
      </p>
      <p className="prose-small">
        1日8時間、週40時間を超えた時間と、法定休日の時間で数えます。これからの命令は、全部の時間で見込みます。
        {disaster > 0 && `災害等による臨時の必要の ${hm(disaster)} は、協定の外です。`}
        {uncovered > 0 && `この月に、協定のない日の時間外勤務が ${hm(uncovered)} あります。`}
      </p>
      <CitationNote citation={article36.citation} />
    </div>
  );
}
