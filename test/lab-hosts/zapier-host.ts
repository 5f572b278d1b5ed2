import { createZapier } from '../../sandbox/hosts/zapier';
import { isJsonObject, type JsonObject } from '../../shared/json';
import { authKey } from '../../zapier/src/access';
import { jsonOf } from '../../zapier/src/input-values';
import { appFor, runStep } from '../zapier/run-on-zapier';
import type { ScenarioContext, Host, Step } from './host';
import { inspectAll } from './n8n-host';
import { parseFailure } from './parse-failure';
import { bookingOf, lookUpOf } from '../../shared/run/booking-settings';

type Kind = Parameters<typeof appFor>[1];

function authDataOf({ subject: { carrier, connection }, url }: ScenarioContext, kind: Kind): Record<string, string> {
	const shared = kind === 'all';
	const fields = Object.entries({ ...connection, environment: 'other', base_url: url }).map(([key, value]) => [
		authKey({ carrier, shared }, key),
		String(value),
	]);
	return { ...(shared ? { carrier: carrier.id } : {}), ...Object.fromEntries(fields) };
}

/** Each scenario is a Zap of its own, run by the real platform core. */
export const zapierHost: Host = {
	name: 'Zapier',
	hasStepTimeout: true,
	async open(context) {
		const { seed, subject, dice, generatedReference } = context;
		const { carrier, action } = subject;
		const hasReference =
			subject.requiresReference === true || bookingOf(action)?.foundBy === 'refusal' || dice.chance(0.7);
		const kind = dice.pick<Kind>(['all', 'single']);
		const duplicateOptions: JsonObject =
			action.kind === 'call' && lookUpOf(action)?.cancel && dice.chance(0.2) ? { on_duplicate: 'cancel_later' } : {};
		const zap = await createZapier(appFor(carrier, kind), {
			authData: authDataOf(context, kind),
			zap: String(100_000 + seed),
		});
		const name = `WH-${seed}-x`;
		const outputs: unknown[] = [];
		const runOnce = async (): Promise<Step['result'] | Error> => {
			try {
				const [item] = await runStep(zap, carrier, action, kind, {
					...subject.input(hasReference ? name : ''),
					...duplicateOptions,
				});
				outputs.push(item);
				const value = jsonOf(item);
				return { ok: true, value: isJsonObject(value) ? [value] : [] };
			} catch (error) {
				outputs.push(error);
				if (error instanceof Object && 'message' in error) return new Error(String(error.message));
				throw error;
			}
		};
		return {
			description: JSON.stringify({ hasReference, kind, ...duplicateOptions }),
			maxRuns: 3,
			async run() {
				const result = await runOnce();
				const reference = hasReference ? name : (generatedReference(/zap-[0-9a-f]{16}/) ?? 'never sent');
				return {
					requested: [reference],
					steps: [
						{
							reference,
							result:
								result instanceof Error
									? { ok: false, failure: parseFailure(result.message, '', [reference]) }
									: result,
						},
					],
					alsoDoneCount: 0,
				};
			},
			output: () => inspectAll([outputs, zap.log]),
			close: zap.close,
		};
	},
};
