import type { Ask } from '../ask.ts';
import { annualLeaveAsks } from './annual-leave.ts';
import { childcareRequestAsks } from './childcare-requests.ts';
import { leaveKindAsks } from './leave-kinds.ts';
import { leaveTakingAsks } from './leave-taking.ts';
import { partialChildcareAsks } from './partial-childcare.ts';

/** What the law of leave answers. */
export const asks: readonly Ask[] = [
  ...partialChildcareAsks,
  ...annualLeaveAsks,
  ...leaveKindAsks,
  ...leaveTakingAsks,
  ...childcareRequestAsks,
];
