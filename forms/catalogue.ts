import { kyotoReport } from './kyoto/report.ts';
import { nerimaPrior, nerimaReview } from './nerima/exceptional.ts';
import { nerimaNotice } from './nerima/notice.ts';
import { owaseSixty } from './owase/sixty.ts';
import { owaseTwenty } from './owase/twenty.ts';
import type { FormDefinition } from './sheet/definition.ts';
import { toyohashiReport } from './toyohashi/report.ts';
import { ujiMeeting } from './uji/meeting.ts';
import { ujiRecord } from './uji/record.ts';
import { ukihaRecord } from './ukiha/record.ts';
import { yokohamaPlan } from './yokohama/plan.ts';
import { yokohamaReport } from './yokohama/report.ts';
import { zamaMonthly } from './zama/monthly.ts';
import { zamaReview } from './zama/review.ts';

/** The forms of the case books, by their key, in the order of the books. */
export const formDefinitions: readonly FormDefinition[] = [
  yokohamaReport,
  yokohamaPlan,
  nerimaPrior,
  nerimaReview,
  nerimaNotice,
  toyohashiReport,
  zamaMonthly,
  zamaReview,
  ukihaRecord,
  ujiRecord,
  ujiMeeting,
  owaseTwenty,
  owaseSixty,
  kyotoReport,
];

const byKey = new Map(formDefinitions.map((definition) => [definition.key, definition]));

/** A form by its key; undefined when there is none. */
export const formDefinition = (key: string): FormDefinition | undefined => byKey.get(key);
