/** A broker in a process of its own, to be killed: DB as the only argument, its URL as the only line. */
import { startBroker } from '../src/server.ts';
import { localSettings } from './webhook-broker.ts';

const settings = { ...localSettings, webhookRetrySchedule: [3600, 3600] };
const broker = await startBroker({ db: process.argv[2] ?? '', settings });
console.log(broker.url);
