import { guidanceDeadlines } from '../../health/ask-guidance-deadlines.ts';
import { interviewRecord } from '../../health/ask-interview-record.ts';
import { stress23, stressConsent, stressDeadlines, stressDuty } from '../../health/ask-stress-check.ts';
import { groupRisk, groupSuppression } from '../../health/ask-stress-group.ts';
import type { Ask } from '../ask.ts';

/** Questions on 面接指導, ストレスチェック and 集団分析. */
export const asks: readonly Ask[] = [
  guidanceDeadlines,
  interviewRecord,
  stressDuty,
  stressConsent,
  stressDeadlines,
  stress23,
  groupRisk,
  groupSuppression,
];
