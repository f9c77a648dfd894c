import type { checkMeasures } from '@tokimori/contract/measures';
import type { Answer } from '../../api/call.ts';

export type Checked = Answer<typeof checkMeasures>;
export type Draft = NonNullable<Checked['draft']>;
export type DraftMeasure = Draft['measures'][number];
