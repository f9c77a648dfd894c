import { column, type FileShape } from '../file-shape.ts';
import { savingMeasureWords, viewpointWords } from './words.ts';

/** Names of the two columns of a kind of measure. */
export const savingColumns = (word: string): readonly [string, string] => {
  const short = word.replace(/\(.*$/, '');
  return [`${short} 見込み`, `${short} 実績`];
};

const hours = (field: string, required: boolean, means: string, example: string, ...aliases: readonly string[]) =>
  column(field, required, `${means}。年間の時間数(7:30 か 7.5 の形)`, example, ...aliases);

export const workReviews: FileShape = {
  name: '事務事業の見直し',
  about:
    '1行が1つの見直しです。登録済みとして加わります。同じ年度・部署・区分・名称の登録が別の内容であるときは取り込まないので、画面で直します。',
  columns: [
    column('年度', true, '年度(西暦)', '2026'),
    column('区分', true, '事業、事務のどちらか', '事務'),
    column('名称', true, '事業か事務の名前(100字まで)', '定例会議の運営', '事業名', '事務名'),
    column('部署コード', true, '所管の部署', '1010', '所属コード', '組織コード', '部署CD', '所属CD'),
    ...Object.values(viewpointWords).map(({ name, asks }, i) =>
      column(name, false, `${asks}。検討したら内容、内容がなければ ○`, i === 2 ? '出席者を減らせる' : ''),
    ),
    column('見直しの結果', false, '廃止・縮小・統合・改善・継続 のどれか。決まる前は空欄', '改善'),
    column('外部評価日', false, '外部評価を受けた日', ''),
    column('外部評価の意見', false, '外部評価の意見', ''),
    column('予算への反映', false, '予算に反映する内容', ''),
    ...Object.values(savingMeasureWords).flatMap((word, i) => {
      const [planned, actual] = savingColumns(word);
      return [
        hours(planned, false, '削減する事務量の見込み', i === 0 ? '120' : ''),
        hours(actual, false, '削減した事務量の実績', i === 0 ? '95:30' : ''),
      ];
    }),
  ],
  alternatives: [],
};

export const digitalEffects: FileShape = {
  name: 'デジタル化の効果',
  about:
    '1行が1つの業務です。登録済みとして加わります。同じ部署・業務名・使い始めた日の登録が別の内容であるときは取り込まないので、画面で直します。',
  columns: [
    column('道具', true, 'RPA・AI-OCR・電子申請・AI-FAQ・その他 のどれか', 'RPA', 'ツール', '種類'),
    column('業務名', true, '業務の名前(100字まで)', '時間外勤務実績の作成'),
    column('作業内容', false, '自動化した作業', 'データの抽出と集約'),
    column('部署コード', true, '業務を行う部署', '1010', '所属コード', '組織コード', '部署CD', '所属CD'),
    hours('導入前', true, '導入前の作業時間', '39', '導入前年間作業時間'),
    hours('道具の稼働時間', false, '道具が動く時間。測っていなければ空欄', '5', 'RPA稼働時間'),
    hours('人の作業時間', true, '導入後に人が作業する時間', '4', '人作業時間'),
    column('使い始めた日', true, '使い始めた日', '2026-04-01', '導入日'),
    column('使い終わった日', false, '使い終わった日。使っていれば空欄', ''),
    column('導入の費用', false, '導入にかかった費用(円)', ''),
    column('年間の費用', false, '1年間の費用(円)', '120000'),
    column('備考', false, '入力の誤りが減った、などの効果', ''),
  ],
  alternatives: [],
};
