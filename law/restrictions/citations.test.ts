import { testCitations } from '../testing/citations/test-citations.ts';
import * as citations from './citations.ts';
import * as rules from './rules.ts';

testCitations({ ...citations, ...rules });
