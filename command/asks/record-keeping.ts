import type { Ask } from './ask.ts';
import { clippedDeclarations } from './record-keeping-declarations.ts';
import { discrepancy } from './record-keeping-discrepancy.ts';
import { wageLedger } from './record-keeping-ledger.ts';
import { recordingMethod } from './record-keeping-method.ts';
import { retention } from './record-keeping-retention.ts';

/** The questions about records of working hours. */
export const asks: readonly Ask[] = [retention, wageLedger, discrepancy, clippedDeclarations, recordingMethod];
