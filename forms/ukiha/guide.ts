import { eraDate } from '@tokimori/wording/format';
import type { UndatedPaper } from '../paper/typesetter.ts';
import { hoursInWords } from '../sheet/words.ts';

/** The upper bounds as the ordinance in force has them. Durations are whole minutes. */
export type GuideCaps = {
  readonly selfDirected: { readonly month: number; readonly year: number };
  readonly externallyDriven: {
    /** Fewer than this in a month. */
    readonly month: number;
    readonly year: number;
    /** On average of two to six months. */
    readonly average: number;
    /** Months of the year that may be over those of 自律部署. */
    readonly monthsOver: number;
  };
};

export type Guide = {
  readonly municipality: string;
  /** Day from which the bounds hold, `YYYY-MM-DD`. */
  readonly from: string;
  /** Whom to ask: 総務課 人事係(内線 123). */
  readonly contact: string;
  readonly caps: GuideCaps;
};

/**
 * うきは市「時間外勤務命令の出し方・受け方」 as a handout of one page: the way of an order, the bounds, and what heads and staff have to mind. It is for new
 * staff, heads and interviews, and nothing is filled in. The way and the points are the source's, the words our own.
 * Source: 総務省事例集(令和4年12月) うきは市「時間外勤務命令の流れを視覚的に周知」.
 */
export function ukihaGuide({ municipality, from, contact, caps }: Guide): UndatedPaper {
  const { selfDirected, externallyDriven } = caps;
  return {
    template: 'ukiha/guide.typ',
    data: {
      municipality,
      from: eraDate(from),
      contact,
      caps: [
        {
          kind: '自律部署(原則)',
          month: `${hoursInWords(selfDirected.month)}以下`,
          year: `${hoursInWords(selfDirected.year)}以下`,
          more: 'なし',
        },
        {
          kind: '他律的業務の比重が高い部署(業務)',
          month: `${hoursInWords(externallyDriven.month)}未満`,
          year: `${hoursInWords(externallyDriven.year)}以下`,
          more: `2〜6か月の平均が${hoursInWords(externallyDriven.average)}以下\n月${hoursInWords(selfDirected.month)}を超える月は年${externallyDriven.monthsOver}か月まで`,
        },
      ],
    },
  };
}
