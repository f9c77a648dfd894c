import { paths } from '../../app/paths.ts';
import { Anchor, Button } from '../../components/button.tsx';
import { Crumbs, PageTitle, Section } from '../../components/section.tsx';

/** What is appealed for, under the three letters of 横浜市. Source: 総務省事例集(令和4年12月) 横浜市「労務担当課からの庁内周知」. */
const appeals = [
  {
    title: 'T 手続きと命令を適正にする',
    points: [
      [
        '事前の命令',
        '夕方までに翌日以降の予定を上司に伝え、報告が後にならないようにします。業務の区分と、休日の振替を確かめます。',
      ],
      ['業務の妥当性', '今日しなければならないか、勤務時間の割振りを変えて対応できないかを、命じる前に確かめます。'],
      [
        '状況の把握',
        '業務の内容と量を知った上で命じます。予定と実績が大きく違うときは理由を確かめ、長時間になった職員とは面談します。',
      ],
    ],
  },
  {
    title: 'K 協力の体制をつくる',
    points: [
      ['業務の分担', '特定の職員に偏らないように分け、状況に応じて変えます。'],
      ['応援の体制', '忙しい時期が分かったら、課の中と課の間で応援を組みます。'],
      ['情報の共有', '業務の状況を互いに知らせ、チームで取り組みます。'],
    ],
  },
  {
    title: 'G 業務を見直し、効率を上げる',
    points: [
      ['ICTの活用', 'Web会議で移動を減らし、文字起こしや定型の作業の自動化を使います。'],
      ['ペーパーレス', '印刷と配布の手間を減らします。'],
      ['会議の運営', '出席者と資料を絞って先に届け、終わる時刻を決めて守ります。'],
    ],
  },
] as const;

/** 超過勤務縮減の取組「T・K・G」, for everybody. */
export function ReductionAppealPage() {
  return (
    <>
      <Crumbs>
        <Anchor to={paths.dues}>対策の予定</Anchor> / 超過勤務縮減の取組
      </Crumbs>
      <PageTitle
        actions={
          <Button kind="text" size="small" onPress={() => window.print()}>
            印刷する
          </Button>
        }
      >
        超過勤務縮減の取組「T・K・G」
      </PageTitle>
      <p>手続き(T)、協力(K)、業務の見直し(G)の三つを、職員みんなで進めます。</p>
      {appeals.map(({ title, points }) => (
        <Section key={title} title={title}>
          <dl>
            {points.map(([name, words]) => (
              <div key={name} className="border-b border-solid-gray-200 py-3">
                <dt className="font-700">{name}</dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
        </Section>
      ))}
    </>
  );
}
