import { testCitations } from '../testing/citations/test-citations.ts';
import * as article36Caps from './caps/article36-caps.ts';
import * as caps from './caps/caps.ts';
import * as rules from './rules.ts';

testCitations({ ...caps, ...article36Caps, ...rules });
