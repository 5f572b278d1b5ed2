import { createN8n, fillForm, PACKAGE } from '../../sandbox/hosts/n8n';
import { createZapier } from '../../sandbox/hosts/zapier';
import { typeName } from '../../nodes/adapter/names';
import { clock as n8nClock } from '../../nodes/adapter/process-state';
import { toJson } from '../../nodes/adapter/to-json';
import type { Action } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import { isJsonObject, type JsonObject } from '../../shared/json';
import { carriers } from '../../shared/registry';
import { clock as zapierClock } from '../../zapier/src/ports';
import { authKey } from '../../zapier/src/access';
import { jsonOf } from '../../zapier/src/input-values';
import { useInstantClocks } from '../core/instant-clock';
import { storedCredential } from '../n8n/stored-credential';
import { appFor, runStep } from '../zapier/run-on-zapier';

/** When the subjects' slots lie ahead, and the carriers are open. */
export const START = Date.parse('2026-11-23T09:00:00+01:00');

/** Waits of both hosts take no time. */
export function useHostClocks(): void {
	useInstantClocks(n8nClock, zapierClock);
	beforeEach(() => void jest.setSystemTime(START));
}

/** What a step showed its user. */
export interface Shown {
	item?: JsonObject;
	error?: string;
}

export interface Connected {
	/** One run of a step of the same Zap, or of a workflow of the same n8n. */
	run(action: Action, values: JsonObject): Promise<Shown>;
	close(): Promise<void>;
}

export interface PromiseHost {
	host: 'n8n' | 'Zapier';
	connect(carrier: Carrier, fields: JsonObject, url: string): Promise<Connected>;
}

export function actionOf(carrierId: string, actionId: string): { carrier: Carrier; action: Action } {
	const carrier = carriers.find(({ id }) => id === carrierId);
	const action = carrier?.actions.find(({ id }) => id === actionId);
	if (!carrier || !action) throw new Error(`There is no ${carrierId} ${actionId}`);
	return { carrier, action };
}

const n8n: PromiseHost = {
	host: 'n8n',
	async connect(carrier, fields, url) {
		const engine = await createN8n({
			credentials: { own: storedCredential({ ...fields, environment: 'other', base_url: url }) },
		});
		return {
			async run(action, values) {
				const { if_exists, on_duplicate, ...fields } = values;
				const run = await engine.run([{}], {
					type: `${PACKAGE}.${typeName(carrier)}`,
					credential: 'own',
					parameters: {
						...fillForm(action, fields),
						output: 'raw',
						options: {
							...(typeof if_exists === 'string' ? { if_exists } : {}),
							...(typeof on_duplicate === 'string' ? { on_duplicate } : {}),
						},
					},
				});
				if (run.error) {
					const description = 'description' in run.error ? String(run.error.description) : '';
					return { error: `${run.error.message} ${description}` };
				}
				const item = toJson(run.items[0]?.json);
				return isJsonObject(item) ? { item } : {};
			},
			close: async () => undefined,
		};
	},
};

let zaps = 500_000;
const zapier: PromiseHost = {
	host: 'Zapier',
	async connect(carrier, fields, url) {
		const authData = Object.fromEntries(
			Object.entries({ ...fields, environment: 'other', base_url: url }).map(([key, value]) => [
				authKey({ carrier, shared: true }, key),
				String(value),
			]),
		);
		const zap = await createZapier(appFor(carrier, 'all'), {
			authData: { carrier: carrier.id, ...authData },
			zap: String((zaps += 1)),
		});
		return {
			async run(action, values) {
				try {
					const [item] = await runStep(zap, carrier, action, 'all', values);
					const value = jsonOf(item);
					return isJsonObject(value) ? { item: value } : {};
				} catch (error) {
					return { error: error instanceof Object && 'message' in error ? String(error.message) : String(error) };
				}
			},
			close: zap.close,
		};
	},
};

export const promiseHosts: readonly PromiseHost[] = [n8n, zapier];
