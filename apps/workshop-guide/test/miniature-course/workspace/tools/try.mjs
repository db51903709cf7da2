// The commands of the miniature course: each reads one file of the playground, and ends as real commands do.
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const [what] = process.argv.slice(2);
mkdirSync('dist', { recursive: true });
appendFileSync('dist/runs.txt', `${what}\n`);
const text = readFileSync(`apps/greeter/${what}.txt`, 'utf8').trim();

if (text === 'wait for ever') {
  writeFileSync('dist/waiting', '');
  setInterval(() => undefined, 60_000);
} else if (what === 'greeting') {
  console.log(`It says: ${text}`);
  process.exitCode = text === 'hello' ? 0 : 1;
} else if (what === 'status') {
  if (text === '200') console.log('1 interaction verified');
  else {
    console.log(`VerificationFailedError: 1 of 1 interactions failed:
  a request for a greeting (given Somebody is there)
    - expected 200 but was ${text}`);
    process.exitCode = 1;
  }
}
