import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { Empty, Shown } from '../app/states.tsx';
import { Anchor } from '../components/button.tsx';
import { PageTitle } from '../components/section.tsx';

/** 進捗と効果: which sheets and registers there are for whoever looks. */
export function RegistersPage() {
  const overview = useReading(routes.registersOverview, {});
  return (
    <Shown query={overview} title="進捗と効果">
      {(open) => {
        const cards = [
          {
            shown: open.progress,
            to: paths.progress(),
            name: '進捗報告',
            about: '超過在席時間を前月・前年同月と比べ、長く在席した職員と、部・課・個人の推移を見ます。',
          },
          {
            shown: open.sectionSheet,
            to: paths.sectionSheet(),
            name: '時間外勤務マネジメントシート',
            about: '課の時間外勤務を、通常と特例に分けて月別・職員別に並べ、上限の状態を見ます。',
          },
          {
            shown: open.bureaus,
            to: paths.bureausMonthly(),
            name: '部局別の時間外勤務の実績',
            about: '部局ごとの時間外勤務を、前年の同じ月と年度の累計で比べます。氏名は表示しません。',
          },
          {
            shown: open.registers,
            to: paths.reviews(),
            name: '事務事業の見直し',
            about: '見直しの視点、結果、段階と、減らした時間を登録します。',
          },
          {
            shown: open.registers,
            to: paths.effects(),
            name: 'デジタル化の効果',
            about: 'RPA、AI-OCRなどを使う前と後の作業時間と、課の時間外勤務の変化を登録します。',
          },
        ].filter(({ shown }) => shown);
        return (
          <>
            <PageTitle>進捗と効果</PageTitle>
            {cards.length === 0 && <Empty>いま共有されている資料はありません。共有する範囲は人事課が決めます。</Empty>}
            <ul className="mt-4 grid gap-4 wide:grid-cols-2">
              {cards.map(({ to, name, about }) => (
                <li key={to} className="card">
                  <h2 className="text-[1.125rem]">
                    <Anchor to={to}>{name}</Anchor>
                  </h2>
                  <p className="mt-1 text-[0.9375rem]">{about}</p>
                </li>
              ))}
            </ul>
          </>
        );
      }}
    </Shown>
  );
}
