import { describe, expect, it } from '@jest/globals';
import { mismatchesIn } from './index.ts';

describe('Mismatches in what Pact prints', () => {
  it('are told by interaction and state, with what was expected and what came', () => {
    const output = `
  ● The User Service › does what its consumers expect of it

    VerificationFailedError: 2 of 4 interactions failed:
      a request for a user that does not exist (given User sally does not exist, Users exist)
        - expected 404 but was 401
      a request for the list of users
        - $.id: Expected 11 (Integer) to be equal to 10 (Integer)
        - Type mismatch: Expected {"error":"jwt malformed"} (Object) to be the same type as [{"id":10}] (Array)
        - Mismatch with header 'Content-Type': Expected 'text/plain; charset=utf-8' to match '^application/json.*'
        - Actual map is missing the following keys: firstName, id
        - Expected [] (size 0) to have minimum size of 1
        - Expected a body of 'application/json' but the actual content type was 'text/plain;charset=utf-8'
        - something new

Test Suites: 1 failed, 1 total
`;
    const [first, ...others] = mismatchesIn(output);
    expect(first).toEqual({
      interaction: 'a request for a user that does not exist',
      states: ['User sally does not exist', 'Users exist'],
      description: 'expected 404 but was 401',
      path: undefined,
      expected: '404',
      actual: '401',
    });
    expect(others.map(({ path, expected, actual }) => [path, expected, actual])).toEqual([
      ['$.id', '10', '11'],
      [undefined, '[{"id":10}]', '{"error":"jwt malformed"}'],
      ['Content-Type', "'^application/json.*'", "'text/plain; charset=utf-8'"],
      [undefined, 'firstName, id', undefined],
      [undefined, '1', '[]'],
      [undefined, "a body of 'application/json'", "'text/plain;charset=utf-8'"],
      [undefined, undefined, undefined],
    ]);
    expect(others.every(({ states }) => states.length === 0)).toBe(true);
    expect(others.at(-1)?.description).toBe('something new');
  });

  it('of a consumer pair the request that came with the one that was to come', () => {
    const output = `
      Mock server failed with the following mismatches:
    
    	0) The following request was not expected: 
    	    Method: GET
    	    Path: /users/10
    	    Headers:
    	      accept: application/json
    
    	1) The following request was expected but not received: 
    	    Method: GET
    	    Path: /user/10

      at Object.write (pino.ts:17:17)
`;
    expect(mismatchesIn(output)).toEqual([
      {
        interaction: 'GET /user/10',
        states: [],
        description: 'GET /users/10 was not expected, GET /user/10 was expected, but not received',
        path: undefined,
        expected: 'GET /user/10',
        actual: 'GET /users/10',
      },
    ]);
  });

  it('of a consumer tell what a request lacks', () => {
    const output = `
      Mock server failed with the following mismatches:
    
    	0) The following request was incorrect: 
    
                	GET /user/10
                
    			 1.0 Expected a header 'Authorization' but was missing

      at Object.write (pino.ts:17:17)
`;
    expect(mismatchesIn(output)).toMatchObject([
      { interaction: 'GET /user/10', path: 'Authorization', actual: 'missing' },
    ]);
  });

  it('are none where all is well', () => {
    expect(mismatchesIn('Tests: 4 passed, 4 total\n')).toEqual([]);
  });
});
