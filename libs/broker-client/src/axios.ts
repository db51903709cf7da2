import { createRequire } from 'node:module';
import type { AxiosStatic } from 'axios';

const require = createRequire(import.meta.url);

/**
 * axios, loaded with the first client. For CommonJS it is one file, for ES modules seventy, which took a third of the
 * time of a short command.
 */
export const axios = (): AxiosStatic => require('axios') as AxiosStatic;
