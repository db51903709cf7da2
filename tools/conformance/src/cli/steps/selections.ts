import { consumer, provider } from '../workspace.ts';

export const shop = ['--pacticipant', consumer];
export const warehouse = ['--pacticipant', provider];
export const ofShop = (version: string) => [...shop, '--version', version];
export const ofWarehouse = (version: string) => [...warehouse, '--version', version];
