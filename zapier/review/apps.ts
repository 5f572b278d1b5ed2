import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { WaybillApp } from '../src/app';
import { createAppHandler } from './platform-core';

const folder = join(__dirname, '..', 'apps');

/** Every app is a folder. */
export const appNames: readonly string[] = readdirSync(folder).sort();

/** From its source: a build lies beside it under the same name. */
export async function loadApp(name: string): Promise<WaybillApp> {
	const loaded: { default: WaybillApp } = await import(join(folder, name, 'index.ts'));
	return loaded.default;
}

/** An app's definition as the platform's own command writes it. */
export async function definitionOf(name: string): Promise<unknown> {
	return (await createAppHandler(await loadApp(name))({ command: 'definition' })).results;
}

/** The errors the platform's schema finds in an app. */
export async function schemaErrorsOf(name: string): Promise<unknown> {
	return (await createAppHandler(await loadApp(name))({ command: 'validate' })).results;
}

export const goldenFile = (name: string): string => join(__dirname, '..', 'definitions', `${name}.json`);
export const serialise = (definition: unknown): string => `${JSON.stringify(definition, undefined, '\t')}\n`;
