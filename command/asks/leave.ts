import type { Ask } from './ask.ts';
import { annualLeaveAsks } from './leave/annual-leave.ts';
import { leaveKindAsks } from './leave/leave-kinds.ts';
import { leaveTakingAsks } from './leave/leave-taking.ts';
import { partialChildcareAsks } from './leave/partial-childcare.ts';

/** What the law of leave answers. */
export const asks: readonly Ask[] = [...partialChildcareAsks, ...annualLeaveAsks, ...leaveKindAsks, ...leaveTakingAsks];
