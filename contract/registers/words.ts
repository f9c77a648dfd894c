import type { z } from 'zod';
import type {
  digitalTool,
  EntryState,
  reviewDecision,
  reviewKind,
  reviewStep,
  savingMeasure,
  viewpoint,
  WorkReview,
} from './entries.ts';

/** What the page, files and sheets call the members of the registers. Complete by type; in the order of the page. */
type Words<T extends z.ZodType<string>> = Readonly<Record<z.infer<T>, string>>;

export const entryStateWords: Readonly<Record<EntryState, string>> = {
  draft: '下書き',
  registered: '登録済み',
  closed: '完了',
};
export const reviewKindWords: Words<typeof reviewKind> = { project: '事業', task: '事務' };
export const reviewDecisionWords: Words<typeof reviewDecision> = {
  abolish: '廃止',
  reduce: '縮小',
  merge: '統合',
  improve: '改善',
  continue: '継続',
};

/** 視点①–⑥ of 総行公第139号(令和5年12月25日)別紙 山形県, with what each asks. */
export const viewpointWords: Readonly<
  Record<z.infer<typeof viewpoint>, { readonly name: string; readonly asks: string }>
> = {
  necessity: { name: '①必要性', asks: '社会の変化などで、必要性が下がっていないか' },
  division: { name: '②役割分担', asks: 'ほかの部局、国・県・市町村、民間が同じことをしていないか' },
  method: { name: '③進め方', asks: '対象や手段は効率的か' },
  spending: { name: '④支出の適正', asks: '受益者の負担や公費の支出は妥当か' },
  outcome: { name: '⑤成果の検証', asks: '目標への進み具合、サービスの向上に役立っているか' },
  workload: { name: '⑥時間外勤務・業務量の縮減', asks: '時間外勤務や業務の量を減らせないか' },
};

/** Kinds of 事務改善, in the order of the source's table. */
export const savingMeasureWords: Words<typeof savingMeasure> = {
  meetings: '会議の見直し(回数、出席者、資料、復命書・議事録)',
  briefings: '打合せの見直し(項目、回数、出席者、資料)',
  manuals: 'マニュアル・質疑応答集の共有、作業の工夫',
  levelling: '予定の共有、集中する作業の分担',
  mail: '電子メールのルール',
  systems: 'システム・タブレットの活用による作業の見直し',
  other: 'その他',
};

export const reviewStepWords: Words<typeof reviewStep> = {
  chosen: '対象の整理',
  examined: '所管部局の検討',
  evaluated: '外部評価',
  consulted: '首長との協議',
  budgeted: '予算の要求',
  shown: '視点の提示',
  set: '部局の重点取組の設定',
  told: '部局長会議への報告',
  reported: '取組結果の報告',
};
/** The flow of 事業 and of 事務, in order. */
export const reviewSteps: Readonly<Record<z.infer<typeof reviewKind>, readonly z.infer<typeof reviewStep>[]>> = {
  project: ['chosen', 'examined', 'evaluated', 'consulted', 'budgeted', 'reported'],
  task: ['shown', 'set', 'told', 'reported'],
};

/** The flow of a review in order, by its names: what was done, and on which day where it is known; what is not needed; null what is to come. */
export const flowOf = ({ kind, steps }: Pick<WorkReview, 'kind' | 'steps'>) =>
  reviewSteps[kind].map((step) => {
    const { state = null, on = null } = steps.find((each) => each.step === step) ?? {};
    return { name: reviewStepWords[step], state, on };
  });

export const digitalToolWords: Words<typeof digitalTool> = {
  rpa: 'RPA',
  aiOcr: 'AI-OCR',
  onlineForm: '電子申請',
  aiFaq: 'AI-FAQ',
  other: 'その他',
};
