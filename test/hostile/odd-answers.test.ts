import { describe } from 'vitest';

import { runOddAnswers } from '../helpers/odd-answers';

// `npm run test:long` goes on with the numbers after these.
describe('[S39][S40] a provider that does something odd, chosen by a seed', () => {
  runOddAnswers(100, 8);
});
