import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { variable } from '@pact-workshop/broker-client';
import type { PactDocument, PactPlugin } from '../pact/index.ts';
import { MissingPluginError } from './errors.ts';

/**
 * Looks for the required plugins in the places of Pact's plugin driver: in `PACT_PLUGIN_DIR`, else `~/.pact/plugins`, a
 * folder with a `pact-plugin.json` for each. The driver itself only reports that it crashed.
 * @throws MissingPluginError with the plugin and its version
 */
export function refuseMissingPlugins(pacts: readonly PactDocument[]): void {
  const directory = variable(process.env, 'PACT_PLUGIN_DIR') ?? join(homedir(), '.pact', 'plugins');
  const needed = pacts.flatMap(({ source, plugins }) => plugins.map((plugin) => ({ source, plugin })));
  const installed = needed.length > 0 ? pluginsIn(directory) : [];
  for (const { source, plugin } of needed) {
    if (!installed.includes(plugin.name)) throw new MissingPluginError(source, plugin, directory);
  }
}

function pluginsIn(directory: string): string[] {
  return foldersIn(directory).flatMap((folder) => {
    try {
      const manifest = readFileSync(join(directory, folder, 'pact-plugin.json'), 'utf8');
      return (JSON.parse(manifest) as Partial<PactPlugin>).name ?? [];
    } catch {
      return [];
    }
  });
}

function foldersIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
