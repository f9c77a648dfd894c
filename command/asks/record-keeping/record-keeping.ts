import type { Ask } from '../ask.ts';
import { clippedDeclarations } from './declarations.ts';
import { discrepancy } from './discrepancy.ts';
import { wageLedger } from './ledger.ts';
import { recordingMethod } from './method.ts';
import { retention } from './retention.ts';

/** The questions about records of working hours. */
export const asks: readonly Ask[] = [retention, wageLedger, discrepancy, clippedDeclarations, recordingMethod];
