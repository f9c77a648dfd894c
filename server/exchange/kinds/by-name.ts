import type { ImportKind } from '@tokimori/contract/imports';
import { appointments } from './appointments.ts';
import { departments } from './departments.ts';
import { designations } from './designations.ts';
import { digitalEffects } from './digital-effects.ts';
import { gate } from './gate.ts';
import type { Kind } from './kind.ts';
import { overtime } from './overtime.ts';
import { overtimeMonths } from './overtime-months.ts';
import { pcLog } from './pc-log.ts';
import { punches } from './punches.ts';
import { staff } from './staff.ts';
import { workReviews } from './work-reviews.ts';

/** A use of a kind that does not care what its facts look like. */
export type KindUse<R> = <Fact>(kind: Kind<Fact>) => R;

const uses: Readonly<Record<ImportKind, <R>(use: KindUse<R>) => R>> = {
  departments: (use) => use(departments),
  staff: (use) => use(staff),
  appointments: (use) => use(appointments),
  punches: (use) => use(punches),
  'pc-log': (use) => use(pcLog),
  gate: (use) => use(gate),
  overtime: (use) => use(overtime),
  'overtime-months': (use) => use(overtimeMonths),
  designations: (use) => use(designations),
  'work-reviews': (use) => use(workReviews),
  'digital-effects': (use) => use(digitalEffects),
};

/** Applies `use` to the kind of this name. */
export function withKind<R>(name: ImportKind, use: KindUse<R>): R {
  return uses[name](use);
}
