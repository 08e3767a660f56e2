import { describe } from 'vitest';

import { runOddAnswers } from '../helpers/odd-answers';

describe('[S39][S40] a provider that does something odd, chosen by a seed', () => {
  runOddAnswers(108, 140);
});
