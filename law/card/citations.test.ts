import { testCitations } from '../testing/citations/test-citations.ts';
import * as citations from './citations.ts';

testCitations({ ...citations });
