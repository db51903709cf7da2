import { skip } from '../src/skip.ts';

skip('the comparison', 'Ruby is not on this machine');
