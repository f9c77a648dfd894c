import { expect, it } from 'vitest';
import { testCitations } from '../testing/citations/test-citations.ts';
import * as citations from './citations.ts';
import * as guidanceRules from './guidance-rules.ts';
import * as rules from './rules.ts';

testCitations({ ...citations, ...rules, ...guidanceRules });

it('starts from these values', () =>
  expect({
    modelHealth: rules.modelHealth,
    modelGuidance: guidanceRules.modelGuidance,
    hyugaGuidance: guidanceRules.hyugaGuidance,
  }).toMatchSnapshot());
