import { hubrise } from '../../shared/carriers/hubrise/carrier';
import { readMoney, writeMoney } from '../../shared/carriers/hubrise/money';
import { SHOP_ORDER } from '../../shared/declare/shop-order';
import { perform } from '../../shared/run/perform';
import { scriptedPorts } from '../core/scripted-ports';
import { accessOf, respondFromSample, partsOf } from '../core/samples';

/** The steps for shops' orders have no request of their own, and items without an object of HubRise's. */
const calls = hubrise.actions.filter(({ kind, resource }) => kind === 'call' || resource !== SHOP_ORDER);

const samples = calls.flatMap((action) =>
	action.samples.map((sample) => ({ action, sample, name: `${action.id}: ${sample.title}` })),
);

test.each(samples)('$name', async ({ action, sample }) => {
	const ports = scriptedPorts(respondFromSample(sample), Date.parse('2030-05-21T09:00:00Z'));
	const result = await perform(
		{ carrier: hubrise, action, access: accessOf(hubrise, sample.connection), values: sample.input },
		ports,
	);
	expect(ports.sent.map(partsOf)).toContainEqual({ query: {}, body: undefined, ...sample.request });
	expect(result).toMatchObject({ ok: true });
	if (!result.ok) return;
	for (const item of result.value) {
		expect(action.output.safeParse(item).error?.issues ?? []).toEqual([]);
		// The carrier's own object, with its decimals and amounts to the letter.
		expect([sample.response.body].flat()).toContainEqual(item.carrierData);
	}
});

const antis = hubrise.actions.flatMap((action) =>
	action.antiSamples.map((anti) => ({ action, anti, name: `${action.id}: ${anti.reason}` })),
);

test.each(antis)('$name', async ({ action, anti }) => {
	const ports = scriptedPorts(() => {
		throw new Error('nothing may be sent');
	});
	const result = await perform({ carrier: hubrise, action, access: accessOf(hubrise), values: anti.input }, ports);
	expect(result).toMatchObject({ ok: false, failure: { code: 'invalid_input' } });
	if (result.ok) return;
	for (const label of anti.mentions) expect(result.failure.message).toContain(label);
});

test('amounts to minor units and back, by text and never by float', () => {
	expect(readMoney('4.50 EUR')).toEqual({ amount: 450, currency: 'EUR' });
	expect(readMoney('-0.05 EUR')).toEqual({ amount: -5, currency: 'EUR' });
	expect(readMoney('4.35 EUR')).toEqual({ amount: 435, currency: 'EUR' });
	expect(readMoney('500.00 JPY')).toEqual({ amount: 500, currency: 'JPY' });
	expect(readMoney('12.00 TND')).toEqual({ amount: 12_000, currency: 'TND' });
	expect([readMoney('4,50 €'), readMoney(null), readMoney('')]).toEqual([null, null, null]);
	expect([writeMoney('4.5', 'eur'), writeMoney('7', 'GBP'), writeMoney('-1.25', 'EUR')]).toEqual([
		'4.50 EUR',
		'7.00 GBP',
		'-1.25 EUR',
	]);
});
