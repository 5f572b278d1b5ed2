import type { JsonObject } from '../../shared/json';
import type { Item } from '../../shared/declare/facts';
import type { Result } from '../../shared/declare/failure';
import { atCarrier, NOW, type AtCarrier } from './order-steps/at-carrier';
import { shopCases } from './cases/all';
import { isKeptByCarrier, type ShopCase } from './cases/case';
import { runCase, type CaseHost } from './cases/run-case';
import { bookingsOf, orderAtTill } from './cases/sandbox-orders';

const cameOf = (result: Result<Item[]>) =>
	result.ok ? { item: result.value[0] ?? {} } : { message: result.failure.message };

const carriersOf = new Map<ShopCase['carrier'], AtCarrier>();

function at(carrier: ShopCase['carrier']): AtCarrier {
	const known = carriersOf.get(carrier) ?? atCarrier(carrier);
	carriersOf.set(carrier, known);
	return known;
}

const host: CaseHost = {
	run: async (verb, { carrier, shop }, order, input) => {
		const { sandbox, run } = at(carrier);
		const whole: JsonObject = isKeptByCarrier(shop) ? await orderAtTill(sandbox, order) : order;
		return cameOf(await run(verb, { ...input, order: whole }));
	},
	count: (carrier) => bookingsOf(at(carrier).sandbox, carrier),
};

beforeEach(() => carriersOf.clear());

test(`the clock of the cases is ${NOW}`, () => expect(at('cyke').sandbox.clock.now()).toBe(Date.parse(NOW)));

test.each(shopCases)('$title', async (each) => await runCase(each, host));
