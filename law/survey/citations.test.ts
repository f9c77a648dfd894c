import { expect, it } from 'vitest';
import { testCitations } from '../testing/citations/test-citations.ts';
import * as citations from './citations.ts';
import * as rules from './rules.ts';

testCitations({ ...citations, ...rules });

it('starts from these values', () => expect({ modelSurvey: rules.modelSurvey }).toMatchSnapshot());
