/** Days of 特別休暇 that ordinances set; null = the municipality does not grant the kind. */
export type SpecialDays = {
  /** ボランティア, a year. */
  readonly volunteer: number | null;
  /** 結婚, an occasion. */
  readonly marriage: number | null;
  /** 出生サポート, a year; and with 体外受精 or 顕微授精. */
  readonly fertility: number | null;
  readonly fertilityAssisted: number | null;
  /** 配偶者出産, a birth. */
  readonly spouseBirth: number | null;
  /** 育児参加, a birth. */
  readonly fatherhood: number | null;
  /** 子の看護等, a year: one child, two or more. */
  readonly sickChild: number;
  readonly sickChildTwo: number;
  /** 短期介護, a year: one person, two or more. */
  readonly shortCare: number;
  readonly shortCareTwo: number;
  /** 父母の追悼, an occasion. */
  readonly memorial: number | null;
  /** 夏季, a year. */
  readonly summer: number | null;
  /** 災害による住居の滅失等, an occasion. */
  readonly disaster: number | null;
};

/** 規則15―14 第22条. */
export const modelSpecialDays: SpecialDays = {
  volunteer: 5,
  marriage: 5,
  fertility: 5,
  fertilityAssisted: 10,
  spouseBirth: 2,
  fatherhood: 5,
  sickChild: 5,
  sickChildTwo: 10,
  shortCare: 5,
  shortCareTwo: 10,
  memorial: 1,
  summer: 3,
  disaster: 7,
};

export const bereavementRelations = [
  'spouse',
  'parent',
  'child',
  'grandparent',
  'grandchild',
  'sibling',
  'uncleOrAunt',
  'parentInLaw',
  'childInLaw',
  'grandparentInLaw',
  'siblingInLaw',
  'uncleOrAuntInLaw',
] as const;
/**
 * 親族 of the 忌引: spouse 配偶者 · parent 父母 · child 子 · grandparent 祖父母 · grandchild 孫 · sibling 兄弟姉妹 · uncleOrAunt おじ又はおば ·
 * parentInLaw 父母の配偶者又は配偶者の父母 · childInLaw 子の配偶者又は配偶者の子 · grandparentInLaw 祖父母の配偶者又は配偶者の祖父母 ·
 * siblingInLaw 兄弟姉妹の配偶者又は配偶者の兄弟姉妹 · uncleOrAuntInLaw おじ又はおばの配偶者.
 */
export type BereavementRelation = (typeof bereavementRelations)[number];

export type BereavementDays = {
  readonly relation: BereavementRelation;
  /** Consecutive days of the calendar, days off included. */
  readonly days: number;
  /** When the household was shared (生計を一にする), or rites are succeeded to (代襲相続・祭具等の承継). */
  readonly daysIfShared: number;
};

const days = (relation: BereavementRelation, plain: number, shared = plain): BereavementDays => ({
  relation,
  days: plain,
  daysIfShared: shared,
});

/** 規則15―14 別表第2. */
export const modelBereavement: readonly BereavementDays[] = [
  days('spouse', 7),
  days('parent', 7),
  days('child', 5),
  days('grandparent', 3, 7),
  days('grandchild', 1),
  days('sibling', 3),
  days('uncleOrAunt', 1, 7),
  days('parentInLaw', 3, 7),
  days('childInLaw', 1, 5),
  days('grandparentInLaw', 1, 3),
  days('siblingInLaw', 1, 3),
  days('uncleOrAuntInLaw', 1),
];
