import { hm } from '@tokimori/wording/format';
import { Banner } from '../../components/banner.tsx';
import type { SectionMonthView } from '../views.ts';

/** In whose place the page is used, and how far that reaches. */
export function StandingInNote({ view }: { readonly view: Pick<SectionMonthView, 'standingIn'> }) {
  const { standingIn } = view;
  if (standingIn === null) return null;
  const whose = standingIn.for ?? '欠員の所属長';
  const bound =
    standingIn.dailyLimit === null ? '' : `命令できるのは、職員1人の1日に ${hm(standingIn.dailyLimit)} までです。`;
  return (
    <Banner
      kind="info"
      title={standingIn.as === 'standIn' ? `${whose}の代決として決裁します` : `${whose}からの専決として決裁します`}
    >
      {standingIn.as === 'standIn' ? '決裁したことは、所属長があとで確かめます(後閲)。' : ''}
      {bound}自分の申請は決裁できません。打刻の訂正と差異は、所属長か人事課が決めます。
    </Banner>
  );
}
