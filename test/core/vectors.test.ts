import { leavesOf } from '../../shared/declare/form';
import { secretTexts } from '../../shared/declare/credentials';
import { carriers } from '../../shared/registry';
import { perform } from '../../shared/run/perform';
import { scriptedPorts, SAMPLE_NOW } from './scripted-ports';
import { bookingOf, referenceOf } from '../../shared/run/booking-settings';
import { accessOf, headersOf, respondFromSample, cases, filesOf, partsOf } from './samples';

describe('every sample', () => {
	test.each(cases)('$name', async ({ carrier, action, sample, access }) => {
		const ports = scriptedPorts(respondFromSample(sample), SAMPLE_NOW, filesOf(sample.files));
		const result = await perform({ carrier, action, access, values: sample.input }, ports);

		const expected = { query: {}, body: undefined, ...sample.request };
		const requests = ports.sent
			.map(partsOf)
			.filter(({ method, path }) => method === expected.method && path === expected.path);
		if (sample.request) expect(requests).toContainEqual(expected);
		else expect(ports.sent).toEqual([]);
		expect(result).toMatchObject({ ok: sample.response.status < 400 });
		if (!result.ok) return;
		for (const [at, item] of result.value.entries()) {
			// What a flow shows as its example is what it gives, key by key.
			if (at === 0 && action.kind === 'flow')
				expect(Object.keys(action.example).filter((key) => key !== 'outcome' && !(key in item))).toEqual([]);
			const parsed = action.output.safeParse(item);
			expect(parsed.error?.issues ?? []).toEqual([]);
		}
	});

	test.each(cases)(
		'$name: carries the credentials in its headers alone',
		async ({ carrier, action, sample, access }) => {
			const ports = scriptedPorts(respondFromSample(sample), SAMPLE_NOW, filesOf(sample.files));
			await perform({ carrier, action, access, values: sample.input }, ports);
			expect(ports.sent.length > 0).toBe(sample.request !== undefined);
			for (const request of ports.sent) {
				expect(request.headers).toMatchObject(headersOf(access));
				for (const secret of secretTexts(access.credentials)) expect(request.url).not.toContain(secret);
			}
		},
	);
});

const antiCases = carriers.flatMap((carrier) =>
	carrier.actions.flatMap((action) =>
		action.antiSamples.map((anti) => ({ carrier, action, anti, name: `${carrier.id} ${action.id}: ${anti.reason}` })),
	),
);

describe('every anti-sample', () => {
	test.each(antiCases)('$name', async ({ carrier, action, anti }) => {
		const ports = scriptedPorts(
			() => {
				throw new Error('nothing may be sent');
			},
			SAMPLE_NOW,
			filesOf(anti.files),
		);
		const result = await perform({ carrier, action, access: accessOf(carrier), values: anti.input }, ports);
		expect(ports.sent).toEqual([]);
		expect(result).toMatchObject({
			ok: false,
			failure: { code: expect.stringMatching(/^(invalid_input|foreign_address)$/) },
		});
		if (result.ok) return;
		for (const label of anti.mentions) expect(result.failure.message).toContain(label);
	});
});

describe('every action', () => {
	const actions = carriers.flatMap((carrier) =>
		carrier.actions.map((action) => ({ carrier, action, name: `${carrier.id} ${action.id}` })),
	);

	test.each(actions)('$name has samples, anti-samples and a label for every field', ({ action }) => {
		expect(action.samples.length).toBeGreaterThan(0);
		expect(action.antiSamples.length).toBeGreaterThan(0);
		for (const leaf of leavesOf(action.form)) expect(leaf.label).toMatch(/^[A-Z]/);
	});

	test.each(actions)('$name belongs to a resource of its carrier', ({ carrier, action }) => {
		expect(Object.keys(carrier.resources)).toContain(action.resource);
	});

	test.each(actions.filter(({ action }) => action.effect === 'booking'))(
		'$name books by a reference or is guarded by the carrier',
		({ action }) => {
			const booking = bookingOf(action);
			expect(booking?.foundBy).toMatch(/^(reference|identity|refusal)$/);
			// A reference that the form does not have would find nothing.
			const reference = referenceOf(action);
			if (reference !== undefined) expect(action.form.map(({ key }) => key)).toContain(reference);
		},
	);
});
