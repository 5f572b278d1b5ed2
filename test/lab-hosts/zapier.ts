import { createZapier } from '../../sandbox/hosts/zapier';
import { isJsonObject, type JsonObject } from '../../shared/declare/json';
import { authKey } from '../../zapier/src/access';
import { jsonOf } from '../../zapier/src/input-values';
import { appFor, runStep } from '../zapier/run-on-zapier';
import type { Asked, Host, Step } from './host';
import { everything } from './n8n';
import { readFailure } from './wording';

type Kind = Parameters<typeof appFor>[1];

function authDataOf({ subject: { carrier, connection }, url }: Asked, kind: Kind): Record<string, string> {
	const shared = kind === 'all';
	const fields = Object.entries({ ...connection, environment: 'other', base_url: url }).map(([key, value]) => [authKey({ carrier, shared }, key), String(value)]);
	return { ...(shared ? { carrier: carrier.id } : {}), ...Object.fromEntries(fields) };
}

/** Each story is a Zap of its own, run by the real platform core. */
export const onZapier: Host = {
	name: 'Zapier',
	hurried: true,
	async open(asked) {
		const { seed, subject, dice, made } = asked;
		const { carrier, action } = subject;
		const named = subject.alwaysNamed === true || action.repeated !== undefined || dice.chance(0.7);
		const kind = dice.pick<Kind>(['all', 'single']);
		const undo: JsonObject = action.find?.undo && dice.chance(0.2) ? { on_double: 'undo' } : {};
		const zap = await createZapier(appFor(carrier, kind), { authData: authDataOf(asked, kind), zap: String(100_000 + seed) });
		const name = `WH-${seed}-x`;
		const shown: unknown[] = [];
		const outcome = async (): Promise<Step['result'] | Error> => {
			try {
				const [item] = await runStep(zap, carrier, action, kind, { ...subject.input(named ? name : ''), ...undo });
				shown.push(item);
				const value = jsonOf(item);
				return { ok: true, value: isJsonObject(value) ? [value] : [] };
			} catch (error) {
				shown.push(error);
				if (error instanceof Object && 'message' in error) return new Error(String(error.message));
				throw error;
			}
		};
		return {
			says: JSON.stringify({ named, kind, ...undo }),
			runs: 3,
			async run() {
				const came = await outcome();
				const reference = named ? name : (made(/zap-[0-9a-f]{16}/) ?? 'never sent');
				return { asked: [reference], steps: [{ reference, result: came instanceof Error ? { ok: false, failure: readFailure(came.message, '', [reference]) } : came }], alsoDone: 0 };
			},
			said: () => everything([shown, zap.log]),
			close: zap.close,
		};
	},
};
