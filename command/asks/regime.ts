import { formatCitation } from '@tokimori/law/decision/format-citation';
import { dutyCitations } from '@tokimori/law/regime/citations';
import { regimeOfMonth } from '@tokimori/law/regime/regime-of-month';
import { modelRegime, type RegimeRules } from '@tokimori/law/regime/rules';
import { appointmentKinds, categories, type HeldPost, type RegimeAnswer } from '@tokimori/law/regime/types';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, formatYearMonth } from '@tokimori/law/time/months';
import { explain } from '@tokimori/wording/explain';
import { regimeSentences } from '@tokimori/wording/regime';
import { z } from 'zod';
import { complain } from '../document/complaints.ts';
import { readDocument, refuseDocument } from '../document/read-document.ts';
import { date, month, optional } from '../document/values.ts';
import type { Complaint } from '../refusal.ts';
import type { Ask } from './ask.ts';
import { type LawRefusals, notInForce, refusing } from './law-refusals.ts';

const post = z.strictObject({
  from: optional(date),
  through: optional(date),
  /** Number of 別表第1; null = not listed. */
  workplace: z.number().int().min(1).max(15).nullable(),
  category: z.enum(categories),
  appointment: optional(z.enum(appointmentKinds)),
  managerial: optional(z.boolean()),
});
const input = z.strictObject({
  month,
  posts: z.array(post).min(1),
  rules: optional(
    z.strictObject({
      personnelCommission: optional(z.boolean()),
      simpleLaborAtUnlisted: optional(z.enum(['article36', 'ordinance'])),
      managersNightAllowance: optional(z.boolean()),
      managersGuidance: optional(z.boolean()),
    }),
  ),
});
type Input = z.infer<typeof input>;

function rulesOf({ rules }: Input): RegimeRules {
  return {
    personnelCommission: rules?.personnelCommission ?? modelRegime.personnelCommission,
    simpleLaborAtUnlisted: rules?.simpleLaborAtUnlisted ?? modelRegime.simpleLaborAtUnlisted,
    managersNightAllowance: rules?.managersNightAllowance ?? modelRegime.managersNightAllowance,
    managersGuidance: rules?.managersGuidance ?? modelRegime.managersGuidance,
  };
}

function heldPosts({ posts, month: of }: Input): readonly HeldPost[] {
  return posts.map(({ from, through, workplace, category, appointment, managerial }) => ({
    from: from ?? firstDayOf(of),
    until: through === undefined ? firstDayOf(of + 1) : through + 1,
    workplace,
    category,
    appointment: appointment ?? 'fullTime',
    managerial: managerial ?? false,
  }));
}

/** Posts that share a day, or have none. */
function impossibleIn(posts: readonly HeldPost[]): Complaint[] {
  return posts.flatMap((one, at): Complaint[] => {
    const here = `posts[${at}]`;
    if (one.until <= one.from) {
      return [
        complain(
          `${here}.through`,
          ['終わりの日が始まりの日より前です。', '在職した最後の日を書いてください。'],
          ['It ends before it begins.', 'Give the last day of the post.'],
        ),
      ];
    }
    const other = posts.findIndex((each, before) => before < at && each.from < one.until && one.from < each.until);
    if (other === -1) return [];
    return [
      complain(
        `${here}.from`,
        [
          `posts[${other}] と同じ日があります。`,
          '本務を1つずつ、日が重ならないように書いてください。兼務は別に問います。',
        ],
        [`It shares days with posts[${other}].`, 'Give main posts one after another; ask 兼務 apart.'],
      ),
    ];
  });
}

function answerJson(answer: RegimeAnswer) {
  const { confidence } = answer.citation;
  if (answer.answered === 'separateScheme') {
    return { answered: answer.answered, scheme: answer.scheme, cites: formatCitation(answer.citation), confidence };
  }
  const { citation, switchedOff, duties, ...rest } = answer;
  return {
    ...rest,
    duties: duties.map((duty) => ({ duty, cites: formatCitation(dutyCitations[duty]) })),
    switchedOff: switchedOff.map((each) => ({ provision: each.provision, cites: formatCitation(each.citation) })),
    cites: formatCitation(citation),
    confidence,
  };
}

const refusals: LawRefusals = {
  NotInForce: notInForce,
  ImpossiblePost: {
    ja: ['その月に在職した日がありません。', '月と、職の始まりと終わりの日を確かめてください。'],
    en: ['No post has a day in that month.', 'Check the month, and the days of the posts.'],
  },
};

const example = {
  month: '2026-11',
  posts: [
    { through: '2026-11-15', workplace: null, category: 'regularService' },
    { from: '2026-11-16', workplace: 15, category: 'simpleLabor' },
  ],
  rules: { personnelCommission: true },
};

export const asks: readonly Ask[] = [
  {
    name: 'regime',
    summary: {
      ja: '職員の月に、どの制度(条例・36協定・管理監督)が適用されるか',
      en: 'which regime (ordinance, article 36, managers) holds for a month of someone',
    },
    example,
    answer: (document) => {
      const given = readDocument(input, document);
      const posts = heldPosts(given);
      const impossible = impossibleIn(posts);
      if (impossible.length > 0) refuseDocument(impossible);
      const { outcome, steps } = refusing('posts', refusals, () => regimeOfMonth(posts, given.month, rulesOf(given)));
      const { spans, mixed, severalAgreements, judgedUnder } = outcome;
      return {
        answer: {
          month: formatYearMonth(given.month),
          spans: spans.map(({ from, until, answer }) => ({
            from: formatLocalDate(from),
            through: formatLocalDate(until - 1),
            ...answerJson(answer),
          })),
          mixed,
          review: mixed ? 'mixedMonth' : null,
          severalAgreements,
          judgedUnder,
        },
        explanation: () => explain(steps, regimeSentences),
      };
    },
  },
];
