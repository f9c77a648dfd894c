import type { FormOffices } from './form-offices.ts';
import type { Scope } from './scope.ts';

/** What somebody has to do with forms: what they head, the 部局 in which they are 次長 or head, the people of their 係, the offices. */
export type FormScope = Scope & {
  readonly deputyIn: ReadonlySet<string>;
  readonly topOf: ReadonlySet<string>;
  /** `<課>/<職員番号>` of the people of the 係 whose 係長 the actor is (`chargeOf`); empty where the municipality leaves writing to heads. */
  readonly charges: ReadonlySet<string>;
  readonly offices: FormOffices;
  /** 人事課 approves for an office for which nobody was named. */
  readonly hrActs: boolean;
};

/** One of the people of a 係, with their 課: a form of a month in which they stood elsewhere is not the 係長's. */
export const chargeOf = (section: string, staff: string): string => `${section}/${staff}`;
