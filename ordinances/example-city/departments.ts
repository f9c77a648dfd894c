/**
 * Offices of the example city. `staff`: heads in a city of 240; `hours`: usual overtime per head and month in hours,
 * April first; `kind`: why it peaks. 他律 departments carry the day of their designation.
 */
export type OfficePlan = {
  readonly code: string;
  readonly name: string;
  readonly sections: readonly string[];
  readonly staff: number;
  readonly hours: readonly number[];
  readonly work: readonly string[];
  readonly externallyDrivenFrom?: string;
  readonly externallyDrivenBecause?: string;
};
export type BureauPlan = { readonly code: string; readonly name: string; readonly offices: readonly OfficePlan[] };

const flat = (hours: number) => Array.from({ length: 12 }, () => hours);
const peaks = (base: number, at: Readonly<Record<number, number>>) =>
  Array.from({ length: 12 }, (_, i) => at[((i + 3) % 12) + 1] ?? base);

export const bureaus: readonly BureauPlan[] = [
  {
    code: '10',
    name: '総務部',
    offices: [
      {
        code: '1010',
        name: '総務課',
        sections: ['庶務係', '文書法制係'],
        staff: 10,
        hours: peaks(9, { 3: 18, 4: 14, 6: 14, 12: 14 }),
        work: ['例規の改正の審査', '議案書の作成', '公文書の引継ぎ'],
      },
      {
        code: '1020',
        name: '人事課',
        sections: ['人事係', '給与労務係'],
        staff: 9,
        hours: peaks(12, { 3: 38, 4: 32, 10: 18, 12: 22 }),
        work: ['人事異動の発令準備', '年末調整の確認', '採用試験の事務'],
      },
      {
        code: '1030',
        name: '危機管理課',
        sections: ['防災係'],
        staff: 7,
        hours: peaks(16, { 6: 28, 7: 30, 8: 26, 9: 42 }),
        work: ['避難所運営訓練の準備', '気象警報時の待機', '防災計画の改定'],
        externallyDrivenFrom: '2024-04-01',
        externallyDrivenBecause: '災害への対応により、業務の量と時期を自ら決められないため',
      },
      {
        code: '1040',
        name: '管財課',
        sections: ['管財係'],
        staff: 7,
        hours: flat(6),
        work: ['庁舎の修繕の設計', '入札の資料作成'],
      },
    ],
  },
  {
    code: '20',
    name: '企画財政部',
    offices: [
      {
        code: '2010',
        name: '企画政策課',
        sections: ['企画係'],
        staff: 8,
        hours: peaks(15, { 8: 20, 9: 24, 10: 26, 2: 22 }),
        work: ['総合計画の進行管理', '議会の答弁の調整'],
      },
      {
        code: '2020',
        name: '財政課',
        sections: ['財政係'],
        staff: 8,
        hours: peaks(20, { 10: 52, 11: 62, 12: 58, 1: 68, 2: 56, 3: 36 }),
        work: ['当初予算の要求の査定', '補正予算の調製', '地方債の手続'],
        externallyDrivenFrom: '2025-04-01',
        externallyDrivenBecause: '予算編成の日程と議会対応により、業務の時期を自ら決められないため',
      },
      {
        code: '2030',
        name: '税務課',
        sections: ['市民税係', '資産税係'],
        staff: 16,
        hours: peaks(10, { 2: 32, 3: 40, 4: 30, 5: 26, 6: 20 }),
        work: ['申告書の審査', '当初課税の入力と検算', '固定資産の評価'],
      },
      {
        code: '2040',
        name: '収納課',
        sections: ['収納係'],
        staff: 8,
        hours: peaks(9, { 10: 18, 12: 18, 5: 20 }),
        work: ['一斉催告の対応', '差押えの事務'],
      },
    ],
  },
  {
    code: '30',
    name: '市民生活部',
    offices: [
      {
        code: '3010',
        name: '市民課',
        sections: ['窓口係', '戸籍係'],
        staff: 16,
        hours: peaks(9, { 3: 30, 4: 28 }),
        work: ['転入転出の窓口', '戸籍の審査', '証明書の発行の締め'],
      },
      {
        code: '3020',
        name: '保険年金課',
        sections: ['国保係', '年金係'],
        staff: 13,
        hours: peaks(14, { 4: 22, 6: 26, 7: 30, 10: 24 }),
        work: ['国保税の賦課の確認', '資格データの検証', '高額療養費の審査'],
      },
      {
        code: '3030',
        name: '環境課',
        sections: ['環境係'],
        staff: 9,
        hours: flat(7),
        work: ['不法投棄の対応', '環境調査の取りまとめ'],
      },
    ],
  },
  {
    code: '40',
    name: '健康福祉部',
    offices: [
      {
        code: '4010',
        name: '福祉課',
        sections: ['地域福祉係', '障害福祉係'],
        staff: 14,
        hours: peaks(13, { 3: 22, 4: 20, 9: 18 }),
        work: ['支給決定の審査', '相談への訪問', '監査の資料作成'],
      },
      {
        code: '4020',
        name: '生活支援課',
        sections: ['保護係'],
        staff: 11,
        hours: peaks(17, { 3: 24, 4: 24, 12: 26 }),
        work: ['保護の決定の調書', '訪問記録の作成'],
      },
      {
        code: '4030',
        name: '介護保険課',
        sections: ['給付係', '認定係'],
        staff: 11,
        hours: flat(11),
        work: ['認定審査会の資料', '給付の点検'],
      },
      {
        code: '4040',
        name: '健康推進課',
        sections: ['保健係'],
        staff: 14,
        hours: peaks(10, { 10: 18, 11: 20, 1: 16 }),
        work: ['予防接種の予約の調整', '健診の結果の入力'],
      },
    ],
  },
  {
    code: '50',
    name: 'こども部',
    offices: [
      {
        code: '5010',
        name: 'こども政策課',
        sections: ['政策係'],
        staff: 7,
        hours: flat(12),
        work: ['子育て支援計画の改定', '補助金の実績報告'],
      },
      {
        code: '5020',
        name: '保育課',
        sections: ['入園係', '給付係'],
        staff: 10,
        hours: peaks(12, { 11: 26, 12: 34, 1: 40, 2: 34 }),
        work: ['入園選考の入力', '保育料の決定'],
      },
    ],
  },
  {
    code: '60',
    name: '産業建設部',
    offices: [
      {
        code: '6010',
        name: '産業振興課',
        sections: ['商工係', '農政係'],
        staff: 12,
        hours: peaks(10, { 7: 18, 8: 22, 10: 20 }),
        work: ['まつりの準備', '補助金の審査'],
      },
      {
        code: '6020',
        name: '土木課',
        sections: ['道路河川係', '維持係'],
        staff: 13,
        hours: peaks(12, { 3: 26, 9: 30 }),
        work: ['工事の設計と積算', '災害復旧の査定の準備', '道路の応急対応'],
      },
      {
        code: '6030',
        name: '都市計画課',
        sections: ['計画係'],
        staff: 8,
        hours: flat(10),
        work: ['都市計画の変更の手続', '開発許可の審査'],
      },
      {
        code: '6040',
        name: '建築住宅課',
        sections: ['建築係'],
        staff: 8,
        hours: flat(9),
        work: ['確認申請の審査', '市営住宅の修繕'],
      },
    ],
  },
  {
    code: '70',
    name: '教育委員会事務局',
    offices: [
      {
        code: '7010',
        name: '教育総務課',
        sections: ['総務係'],
        staff: 8,
        hours: peaks(10, { 3: 20, 4: 18 }),
        work: ['学校施設の工事の調整', '教育委員会会議の資料'],
      },
      {
        code: '7020',
        name: '学校教育課',
        sections: ['学務係'],
        staff: 9,
        hours: peaks(14, { 3: 34, 4: 38, 1: 20 }),
        work: ['就学の事務', '教科書の給与の報告', '学校の事故の対応'],
      },
      {
        code: '7030',
        name: '生涯学習課',
        sections: ['学習係'],
        staff: 8,
        hours: peaks(8, { 10: 20, 11: 22, 1: 18 }),
        work: ['二十歳のつどいの準備', '文化祭の運営'],
      },
    ],
  },
  {
    code: '80',
    name: '議会・行政委員会',
    offices: [
      {
        code: '8010',
        name: '議会事務局',
        sections: ['議事係'],
        staff: 5,
        hours: peaks(12, { 6: 30, 9: 32, 12: 30, 3: 32 }),
        work: ['本会議の会議録の作成', '委員会の準備'],
        externallyDrivenFrom: '2025-04-01',
        externallyDrivenBecause: '議会の会期と議事の進行により、業務の時期を自ら決められないため',
      },
      {
        code: '8020',
        name: '選挙管理委員会事務局',
        sections: ['選挙係'],
        staff: 4,
        hours: peaks(7, { 7: 40 }),
        work: ['期日前投票の準備', '選挙人名簿の調製'],
      },
    ],
  },
];
